import { type ReactNode, useState } from "react";
import { formatCount } from "../format.ts";
import { type Grounds, titlesOf } from "./grounds.ts";

/** Something folded behind its summary; drawn only once it is opened, since answers hold much that nobody opens. */
export function Fold({
  summary,
  className,
  children,
}: {
  summary: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details
      className={className}
      onToggle={({ currentTarget }) => setWasOpened(wasOpened || currentTarget.open)}
    >
      <summary>{summary}</summary>
      {wasOpened && children}
    </details>
  );
}

type CardProps = { title: string; badge?: ReactNode; children: ReactNode; details?: ReactNode };

/** A tool's result that decides: the verdict and the figures it rests on, with the rest folded under "Details". */
export function Card({ title, badge, children, details }: CardProps) {
  return (
    <section className="card">
      <h3>
        {title} {badge}
      </h3>
      <div className="card-body">{children}</div>
      {details && (
        <Fold
          className="card-more"
          summary={
            <>
              Details<span className="visually-hidden"> of {title}</span>
            </>
          }
        >
          <div className="card-body">{details}</div>
        </Fold>
      )}
    </section>
  );
}

/** A result that was looked up on the way, folded to a line that says the most of it. */
export function FoldedCard({ title, badge, hint, children }: CardProps & { hint?: string }) {
  return (
    <Fold
      className="card folded"
      summary={
        <>
          <h3>
            {title} {badge}
          </h3>
          {hint && <span className="note"> {hint}</span>}
        </>
      }
    >
      <div className="card-body">{children}</div>
    </Fold>
  );
}

/** Items behind a summary that says how many there are; nothing when there are none. */
export function Folded({ noun, items }: { noun: string; items: readonly string[] }) {
  const unlike = new Set(items);
  if (unlike.size === 0) return null;
  return (
    <Fold summary={formatCount(unlike.size, noun)}>
      <Bullets items={items} />
    </Fold>
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
export function GroundsView({ grounds }: { grounds: Grounds }) {
  return (
    <div>
      <Folded noun="assumption" items={grounds.assumptions} />
      <Folded noun="source" items={[...titlesOf(grounds).values()]} />
    </div>
  );
}
