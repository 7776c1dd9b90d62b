import type { ComponentProps, ReactNode } from "react";
import ReactMarkdown, { type Components, type ExtraProps, type Options } from "react-markdown";
import remarkGfm from "remark-gfm";

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
  return alt ? `[image: ${alt}]` : null;
}

function ScrollingTable({ children }: ComponentProps<"table"> & ExtraProps) {
  return (
    <div className="scroll">
      <table>{children}</table>
    </div>
  );
}

const safeComponents: Components = { a: SafeLink, img: ImageText, table: ScrollingTable };

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
        components={{ ...components, ...safeComponents }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
