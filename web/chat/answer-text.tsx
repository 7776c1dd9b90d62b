import { type ComponentProps, memo, useMemo } from "react";
import type { ExtraProps, Options } from "react-markdown";
import type { Claim } from "./checked-answer.ts";
import { citationMarks } from "./citation-marks.ts";
import { CitationMark } from "./citations.tsx";
import { claimMarks } from "./claim-marks.ts";
import { ClaimMark } from "./claims.tsx";
import { foldSections } from "./fold-sections.ts";
import { Markdown } from "./markdown.tsx";

/** The plugins make a `cite` and a `mark` of what they find; Markdown itself has no way to write one. */
function Cite({ children }: ComponentProps<"cite"> & ExtraProps) {
  return <CitationMark mark={typeof children === "string" ? children : ""} />;
}

function Mark({ node, children }: ComponentProps<"mark"> & ExtraProps) {
  return <ClaimMark index={Number(node?.properties.dataClaim)}>{children}</ClaimMark>;
}

/** A section behind its heading; the browser's search finds what stands in it and opens it. */
function Section({ children }: ComponentProps<"details"> & ExtraProps) {
  return <details className="section">{children}</details>;
}

const components = { cite: Cite, mark: Mark, details: Section };

type Plugins = NonNullable<Options["remarkPlugins"]>;

function pluginsFor(claims: readonly Claim[], isFolding: boolean): Plugins {
  const folding: Plugins = isFolding ? [[foldSections, claims]] : [];
  return [[claimMarks, claims], citationMarks, ...folding];
}

type AnswerTextProps = {
  text: string;
  claims: readonly Claim[];
  /** Whether sections fold: those of a text that is whole, and whose first words are known to answer. */
  isFolding: boolean;
};

/** The answer's text, with its claims marked and the passages it cites behind numbered buttons. */
export const AnswerText = memo(function AnswerText({ text, claims, isFolding }: AnswerTextProps) {
  const plugins = useMemo(() => pluginsFor(claims, isFolding), [claims, isFolding]);
  return <Markdown text={text} plugins={plugins} components={components} />;
});
