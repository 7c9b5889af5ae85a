/** What an Excel workbook is called on its way to a browser. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows as a workbook of one sheet, its headings held in view. Every cell is text, so that nothing in it is ever computed. */
export async function writeWorkbook(name: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx'); // loaded when the first is asked for
  const bytes = await writeXlsx({
    sheets: [{ name, rows: rows.map((row) => [...row]), freezePane: { rows: 1 } }],
  });
  return Buffer.from(bytes);
}
