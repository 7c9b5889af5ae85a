const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const largeFile = 0xffffffff;

/**
 * The bytes that the entries of a ZIP file say they unpack to, all together; undefined when the file's directory cannot be
 * read, is of the 64-bit kind, or holds an entry that does not say.
 *
 * A file can lie here, but the reader stops unpacking an entry at the size it declares: so what is declared is what can come.
 */
export function declaredSize(zip: Uint8Array): number | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    if (unpacked === largeFile || packed === largeFile || (unpacked === 0 && packed > 2)) return undefined;
    total += unpacked;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}

/** Where the end record begins: the last 22 bytes, or earlier when a comment of up to 65,535 bytes follows it. */
function findEnd(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return undefined;
}
