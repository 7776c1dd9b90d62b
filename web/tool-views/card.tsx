import type { ReactNode } from "react";
import { formatCount } from "../format.ts";
import { isListOf, isNullOr, isShape, isString } from "../guards.ts";

/** What every tool's result carries beside its own fields. */
export const groundsShape = {
  assumptions: isListOf(isString),
  sources: isListOf(isShape({ id: isString, title: isString, date: isNullOr(isString) })),
};

type Grounds = { assumptions: string[]; sources: { id: string; title: string; date: string | null }[] };

type CardProps = { title: string; badge?: ReactNode; hint?: string; children: ReactNode };

/** A tool's result, folded to a line that says the most of it; opened, the tables. */
export function Card({ title, badge, hint, children }: CardProps) {
  return (
    <details className="card">
      <summary>
        <h3>
          {title} {badge}
        </h3>
        {hint && <span className="note"> {hint}</span>}
      </summary>
      <div className="card-body">{children}</div>
    </details>
  );
}

/** Items behind a summary that says how many there are; nothing when there are none. */
export function Folded({ noun, items }: { noun: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{formatCount(items.length, noun)}</summary>
      <Bullets items={items} />
    </details>
  );
}

/** A plain list of sentences. */
export function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {[...new Set(items)].map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** What a result assumes and which sources it rests on. */
export function GroundsView({ grounds: { assumptions, sources } }: { grounds: Grounds }) {
  const titles = sources.map(({ title, date }) => (date ? `${title} (${date})` : title));
  return (
    <div>
      <Folded noun="assumption" items={assumptions} />
      <Folded noun="source" items={titles} />
    </div>
  );
}
