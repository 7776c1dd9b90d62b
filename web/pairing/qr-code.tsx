import { encode } from "uqr";

/** Modules of white around the code: without them a camera does not find it, least of all on a dark page. */
const QUIET_ZONE = 4;

/** The dark modules of a row, joined where they touch, as parts of an SVG path. */
function toPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x]) x++;
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
  }
  return path;
}

/** A text as a QR code: black on white in every colour scheme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: QUIET_ZONE });
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={data.map(toPath).join("")} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
