import { formatCount } from "../format.ts";

/** One amount among others; null where nobody knows it. */
export type Amount = { name: string; amount: number | null; isDeciding: boolean };

/** Amounts as bars on one scale, the one that decides set apart in words too. */
export function AmountBars({ label, unit, bars }: { label: string; unit: string; bars: readonly Amount[] }) {
  const most = Math.max(1, ...bars.map(({ amount }) => amount ?? 0));
  return (
    <ul className="amounts" aria-label={label}>
      {bars.map(({ name, amount, isDeciding }) => (
        <li key={name} className={isDeciding ? "deciding" : undefined}>
          <span>
            {name}
            {isDeciding && <strong>: the limit</strong>}
          </span>
          <span className="track" aria-hidden="true">
            <span style={{ inlineSize: `${(100 * (amount ?? 0)) / most}%` }} />
          </span>
          <span className="amount">{amount === null ? "no figure" : formatCount(amount, unit)}</span>
        </li>
      ))}
    </ul>
  );
}
