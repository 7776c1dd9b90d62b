import { splitHidden } from "./hidden-characters.ts";

/** A text of somebody else as plain text, in which what stands unseen is shown; where it turns, the words around it do not. */
export function ShownText({ text }: { text: string }) {
  return splitHidden(text).map(({ text, isHidden }, index) =>
    isHidden ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text never change their order
      <span key={index} className="hidden-mark" dir="ltr">
        {text}
      </span>
    ) : (
      text
    ),
  );
}
