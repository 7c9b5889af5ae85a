import { readSpreadsheet, type Sheet, SpreadsheetError, usualLimits } from '../../platform/documents/spreadsheet.ts';
import { largestUpload, type Upload } from '../../platform/http/upload.ts';

/** Rows that a file may hold: more than any partnership has people. */
const mostRows = 10_000;
const limits = { ...usualLimits, bytes: largestUpload, unpackedBytes: 60_000_000, rows: mostRows };

/** The sheets of an uploaded file; or what is wrong with it, in the words for its field. */
export async function readUploaded(upload: Upload | undefined): Promise<{ sheets: Sheet[] } | { wrong: string }> {
  if (!upload) return { wrong: 'Select a file' };
  if (upload.tooLarge) return { wrong: 'The selected file must be smaller than 10 MB' };
  const ending = /\.(csv|xlsx)$/i.exec(upload.name)?.[1]?.toLowerCase();
  const isPackage = upload.bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  if (ending === undefined || isPackage !== (ending === 'xlsx'))
    return { wrong: 'The selected file must be a CSV file (.csv) or an Excel workbook (.xlsx)' };
  try {
    return { sheets: await readSpreadsheet(upload.bytes, limits) };
  } catch (error) {
    if (error instanceof SpreadsheetError) return { wrong: `The selected file cannot be read: ${error.message}` };
    throw error;
  }
}
