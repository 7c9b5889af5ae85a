import type { FileType } from '../stored-file.ts';
import { refuseOtherKinds } from './other-kinds.ts';
import { checkPackage } from './package.ts';
import { checkPdf } from './pdf.ts';
import { drawAnew } from './picture.ts';
import { checkText } from './text.ts';
import { Refused, type Verdict } from './verdict.ts';

/**
 * Whether `bytes` are a sound file of `type`, and nothing else besides. Runs in the checker, never in the server.
 *
 * @param type what the file's name says that it is
 */
export function checkContent(type: FileType, bytes: Buffer): Verdict {
  try {
    refuseOtherKinds(type, bytes);
    switch (type) {
      case 'pdf':
        checkPdf(bytes);
        return {};
      case 'docx':
      case 'xlsx':
        checkPackage(type, bytes);
        return {};
      case 'csv':
      case 'txt':
        checkText(type, bytes);
        return {};
      case 'jpeg':
      case 'png':
        return { drawnAnew: drawAnew(type, bytes) };
    }
  } catch (error) {
    if (error instanceof Refused) return { because: error.because };
    throw error;
  }
}
