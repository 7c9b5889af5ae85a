import { create } from 'qrcode';

/** A QR code as a picture that scales: dark squares on white with the quiet border that readers need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = [...data].flatMap((on, at) => (on ? [`M${(at % size) + 4} ${Math.floor(at / size) + 4}h1v1h-1z`] : []));
  const side = size + 8;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width="240"
      height="240"
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
