/**
 * A PDF of the typesetter in which the cells that name the rows are tagged as headings of their rows, which it cannot do itself:
 * `TD` becomes `TH`, and what says to which column's heading the cell belongs becomes the scope `Row`, in as many bytes.
 *
 * @param tables in the order of the paper: which column names the rows, -1 where none does
 */
export function withRowHeadings(pdf: Uint8Array, tables: readonly { naming: number }[]): Uint8Array {
  const bytes = Buffer.from(pdf);
  let from = bytes.indexOf(cell);
  while (from >= 0) {
    const to = bytes.indexOf('>>', from);
    const tag = bytes.toString('latin1', from, to);
    const heading = /\/Headers \[\(U(\d+)x(\d+)y\d+\)\]/.exec(tag);
    if (heading && tables[Number(heading[1]) - 1]?.naming === Number(heading[2])) {
      const renamed = tag.replace(cell, '/S /TH').replace(heading[0], '/Scope /Row'.padEnd(heading[0].length));
      bytes.write(renamed, from, 'latin1');
    }
    from = bytes.indexOf(cell, to);
  }
  return bytes;
}

const cell = '/S /TD';
