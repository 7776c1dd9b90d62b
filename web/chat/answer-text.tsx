import { type ComponentProps, memo, useMemo } from "react";
import type { ExtraProps, Options } from "react-markdown";
import type { Claim } from "./checked-answer.ts";
import { citationMarks } from "./citation-marks.ts";
import { CitationMark } from "./citations.tsx";
import { claimMarks } from "./claim-marks.ts";
import { ClaimMark } from "./claims.tsx";
import { Markdown } from "./markdown.tsx";

/** The plugins make a `cite` and a `mark` of what they find; Markdown itself has no way to write one. */
function Cite({ children }: ComponentProps<"cite"> & ExtraProps) {
  return <CitationMark mark={typeof children === "string" ? children : ""} />;
}

function Mark({ node, children }: ComponentProps<"mark"> & ExtraProps) {
  return <ClaimMark index={Number(node?.properties.dataClaim)}>{children}</ClaimMark>;
}

const components = { cite: Cite, mark: Mark };

/** The answer's text, with its claims marked and the passages it cites behind numbered buttons. */
export const AnswerText = memo(function AnswerText({
  text,
  claims,
}: {
  text: string;
  claims: readonly Claim[];
}) {
  const plugins = useMemo<NonNullable<Options["remarkPlugins"]>>(
    () => [[claimMarks, claims], citationMarks],
    [claims],
  );
  return <Markdown text={text} plugins={plugins} components={components} />;
});
