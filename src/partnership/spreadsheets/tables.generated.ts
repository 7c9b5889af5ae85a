// Generated from the migrated schema by `npm run types`. Do not edit.

export interface DirectoryImportTable {
  partnership_id: string;
  id: string;
  list: string;
  file_name: string;
  content: Buffer;
  uploaded_by: string;
  uploaded_at: Date;
  written_at: Date | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    directory_import: DirectoryImportTable;
  }
}
