import { type ComponentProps, memo } from "react";
import type { ExtraProps } from "react-markdown";
import { citationMarks } from "./citation-marks.ts";
import { CitationMark } from "./citations.tsx";
import { Markdown } from "./markdown.tsx";

const plugins = [citationMarks];

/** The plugin makes a `cite` of every mark; Markdown itself has no way to write one. */
function Cite({ children }: ComponentProps<"cite"> & ExtraProps) {
  return <CitationMark mark={typeof children === "string" ? children : ""} />;
}

const components = { cite: Cite };

/** The model's text, with the passages it cites behind numbered buttons. */
export const AnswerText = memo(function AnswerText({ text }: { text: string }) {
  return <Markdown text={text} plugins={plugins} components={components} />;
});
