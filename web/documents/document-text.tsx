import { type ComponentProps, memo, useMemo } from "react";
import type { Components, ExtraProps } from "react-markdown";
import type { SourceDocument } from "../../knowledge/source-documents.ts";
import { Markdown } from "../chat/markdown.tsx";
import { AskDocuments } from "./ask-documents.tsx";
import { sectionOf } from "./document-address.ts";
import { ownHeading } from "./found-passages.tsx";
import { passagePlaces } from "./passage-places.ts";

type HeadingProps = ComponentProps<"h2"> & ExtraProps;

/** Headings of passages, each with a way to ask about it; one that repeats the title is only there for the outline. */
function headingsOf(title: string, subjects: ReadonlyMap<string, string>): Components {
  const headingAs = (Tag: "h2" | "h3" | "h4" | "h5" | "h6") =>
    function Heading({ node, children, ...others }: HeadingProps) {
      const subject = subjects.get(String(node?.properties["data-passage"] ?? ""));
      if (children === title) return <Tag className="visually-hidden">The text</Tag>;
      if (subject === undefined) return <Tag {...others}>{children}</Tag>;
      return (
        <div className="section-heading">
          <Tag {...others}>{children}</Tag>
          <AskDocuments subject={subject} />
        </div>
      );
    };
  return {
    h2: headingAs("h2"),
    h3: headingAs("h3"),
    h4: headingAs("h4"),
    h5: headingAs("h5"),
    h6: headingAs("h6"),
  };
}

/** A document's text, in which every passage can be pointed at. */
export const DocumentText = memo(function DocumentText({ document }: { document: SourceDocument }) {
  const { title, text, textStart, passages } = document;
  const { plugins, components } = useMemo(() => {
    const places = passages.map(({ id, start, end }) => ({
      section: sectionOf(id),
      start: start - textStart,
      end: end - textStart,
    }));
    const subjects = new Map(passages.map(({ id, heading }) => [sectionOf(id), ownHeading(heading)]));
    const plugins: ComponentProps<typeof Markdown>["plugins"] = [[passagePlaces, places]];
    return { plugins, components: headingsOf(title, subjects) };
  }, [title, passages, textStart]);
  return <Markdown text={text} plugins={plugins ?? []} components={components} />;
});
