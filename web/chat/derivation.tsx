import { type ReactNode, useState } from "react";
import { CopyButton } from "../copy-button.tsx";
import type { Claim, Fact } from "./checked-answer.ts";
import { CitedPassage } from "./citations.tsx";
import { boardCommandsOf, commandOf, type Grounds } from "./grounds.ts";

type FactProps = { fact: Fact; grounds: Grounds; path: readonly string[] };

function factsOf(ids: readonly string[], { facts }: Grounds): Fact[] {
  return ids.flatMap((id) => facts.get(id) ?? []);
}

/** A fact in a line, opened to what it rests on; drawn only when opened, since derivations share their inputs. */
function FoldedFact({ fact, grounds, path }: FactProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isCircle = path.includes(fact.id);
  const line = (
    <>
      <strong>{fact.display}</strong> {fact.label}
    </>
  );
  if (isCircle) return <p>{line}</p>;
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{line}</summary>
      {isOpen && <BasisView fact={fact} grounds={grounds} path={[...path, fact.id]} />}
    </details>
  );
}

function FactList({ ids, grounds, path }: { ids: readonly string[] } & Omit<FactProps, "fact">) {
  return (
    <ul className="inputs">
      {factsOf(ids, grounds).map((fact) => (
        <li key={fact.id}>
          <FoldedFact fact={fact} grounds={grounds} path={path} />
        </li>
      ))}
    </ul>
  );
}

/** How a fact is known: by a formula and its inputs, from a source, or from the user. */
function BasisView({ fact, grounds, path }: FactProps): ReactNode {
  const { kind, formula, inputs = [], source = "", passage } = fact.basis;
  if (kind === "given") return <p>You said so.</p>;
  if (kind === "computed")
    return (
      <>
        <p>
          Computed: <code>{formula}</code>
        </p>
        {inputs.length > 0 && <FactList ids={inputs} grounds={grounds} path={path} />}
      </>
    );
  return (
    <>
      <p>Source: {grounds.sources.get(source) ?? source}</p>
      {passage && <CitedPassage id={passage} />}
    </>
  );
}

function FactView({ fact, grounds }: Omit<FactProps, "path">) {
  return (
    <div className="fact">
      <p>
        <strong>{fact.display}</strong> {fact.label}
        <span className="note"> {fact.entity}</span>
      </p>
      <BasisView fact={fact} grounds={grounds} path={[fact.id]} />
    </div>
  );
}

function Standing({ claim, fact }: { claim: Claim; fact: Fact | undefined }): ReactNode {
  const { mark, kind, derivedFrom, citation, reason } = claim;
  if (mark === "given") return <p>You said so.</p>;
  if (mark === "unverified")
    return (
      <p className="unverified">
        Not verified. {reason ?? "Neither a tool nor a source of this turn backs it."}
      </p>
    );
  if (derivedFrom) return <p>Verified: it follows from these figures.</p>;
  if (fact)
    return <p>{kind === "verdict" ? "Verified: this decides it." : "Verified: it is this figure."}</p>;
  return <p>Verified: {citation ? "it stands in this passage." : "a tool says so in these words."}</p>;
}

/** Commands under what they are good for, each to be copied. */
function Commands({ purpose, commands }: { purpose: string; commands: readonly string[] }) {
  if (commands.length === 0) return null;
  return (
    <section>
      <p className="note">{purpose}</p>
      {[...new Set(commands)].map((command) => (
        <div className="repeat" key={command}>
          <pre>{command}</pre>
          <CopyButton text={command} label="Copy" />
        </div>
      ))}
    </section>
  );
}

/** What a claim of the answer rests on, down to formulas, sources and the user's own words. */
export function Derivation({ claim, grounds }: { claim: Claim; grounds: Grounds }) {
  const { derivedFrom = [], citation } = claim;
  const fact = claim.fact === undefined ? undefined : grounds.facts.get(claim.fact);
  const used = [...(fact ? [fact.id] : []), ...derivedFrom];
  return (
    <div className="derivation">
      <Standing claim={claim} fact={fact} />
      {fact && <FactView fact={fact} grounds={grounds} />}
      {derivedFrom.length > 0 && <FactList ids={derivedFrom} grounds={grounds} path={[]} />}
      {citation && <CitedPassage id={citation} />}
      <Commands
        purpose="Compute it again in a terminal:"
        commands={used.flatMap((id) => commandOf(id, grounds) ?? [])}
      />
      <Commands
        purpose="See it on the board:"
        commands={used.flatMap((id) => boardCommandsOf(id, grounds))}
      />
    </div>
  );
}
