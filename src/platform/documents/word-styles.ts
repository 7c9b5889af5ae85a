import { AlignmentType, type IPropertiesOptions } from 'docx';

const ink = '12312F';
const pine = '0F4C47';
const quiet = '52605D';
/** On every machine that has Word, unlike the typeface of the house: a document that is written in further must not change it. */
const font = 'Arial';

/** The look of a Word document. Sizes are half points, distances twentieths of a point. */
export const wordStyles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font, size: 21, color: ink, language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 140, line: 276 } },
    },
    heading1: {
      run: { font, size: 44, bold: true, color: pine },
      paragraph: { spacing: { after: 160 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 29, bold: true, color: pine },
      paragraph: { spacing: { before: 400, after: 160 }, keepNext: true },
    },
    caption: {
      run: { font, size: 21, bold: true, italics: false, color: ink },
      paragraph: { spacing: { before: 200, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    { id: 'Subline', name: 'Sub-line', basedOn: 'Normal', run: { size: 24, color: quiet } },
    { id: 'Source', name: 'Source', basedOn: 'Normal', run: { color: quiet }, paragraph: { spacing: { after: 280 } } },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { after: 0, line: 245 } } },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 18, color: quiet },
      paragraph: { spacing: { before: 100, after: 60 } },
    },
    {
      id: 'Marking',
      name: 'Marking',
      basedOn: 'Normal',
      run: { size: 17, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
    },
    {
      id: 'Foot',
      name: 'Foot',
      basedOn: 'Normal',
      run: { size: 17, color: quiet },
      paragraph: { spacing: { after: 0 } },
    },
  ],
};
