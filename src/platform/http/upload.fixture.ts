/** The body of a form with a file, as a browser sends it; `file` undefined is a field left empty. */
export function multipartForm(
  fields: Readonly<Record<string, string>>,
  file?: { field?: string; name: string; bytes: Uint8Array | string },
): { payload: Buffer; headers: { 'content-type': string } } {
  const boundary = 'concordat-test-boundary';
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  const { field = 'file', name = '', bytes = '' } = file ?? {};
  parts.push(
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  );
  return { payload: Buffer.concat(parts), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
