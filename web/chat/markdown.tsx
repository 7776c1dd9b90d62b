import type { ComponentProps, ReactNode } from "react";
import ReactMarkdown, { type Components, type ExtraProps, type Options } from "react-markdown";
import remarkGfm from "remark-gfm";
import { ScrollArea } from "../scroll-area.tsx";
import { ShownText } from "../shown-text.tsx";
import { hiddenMarks } from "./hidden-marks.ts";

const safeAddress = /^(?:https?:\/\/|mailto:)/i;

function SafeLink({ href = "", children }: ComponentProps<"a"> & ExtraProps) {
  if (!safeAddress.test(href)) return children;
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  );
}

/** An image would be fetched from wherever the text says: its description stands in for it. */
function ImageText({ alt }: ComponentProps<"img"> & ExtraProps): ReactNode {
  return alt ? <ShownText text={`[image: ${alt}]`} /> : null;
}

function ScrollingTable({ children }: ComponentProps<"table"> & ExtraProps) {
  return (
    <ScrollArea name="Table">
      <table>{children}</table>
    </ScrollArea>
  );
}

/** Above a column of row names there is often nothing: that heads no column. */
function HeaderCell({ node, children, ...others }: ComponentProps<"th"> & ExtraProps) {
  if (!children) return <td {...others} />;
  return (
    <th scope="col" {...others}>
      {children}
    </th>
  );
}

function CodeBlock({ children }: ComponentProps<"pre"> & ExtraProps) {
  return (
    <ScrollArea name="Code">
      <pre>{children}</pre>
    </ScrollArea>
  );
}

const safeComponents: Components = {
  a: SafeLink,
  img: ImageText,
  table: ScrollingTable,
  th: HeaderCell,
  pre: CodeBlock,
};

type MarkdownProps = {
  text: string;
  plugins?: NonNullable<Options["remarkPlugins"]>;
  components?: Components;
};

/** Markdown without raw HTML, images or links to anything but the web and mail. HTML in it is shown as text. */
export function Markdown({ text, plugins = [], components = {} }: MarkdownProps) {
  return (
    <div className="prose" dir="auto">
      <ReactMarkdown
        remarkPlugins={[remarkGfm, ...plugins]}
        rehypePlugins={[hiddenMarks]}
        components={{ ...components, ...safeComponents }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
