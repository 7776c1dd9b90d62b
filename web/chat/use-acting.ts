import { type RefObject, useMemo } from "react";
import type { Actions } from "./use-conversation.ts";

type Places = { field: RefObject<HTMLElement | null>; log: RefObject<HTMLElement | null> };

/**
 * What is pressed is often gone afterwards, so the focus goes to where one asks, or, under a finger, to the
 * conversation: the keyboard of a phone would cover it.
 */
export function moveFocus({ field, log }: Places): void {
  const isTouched = window.matchMedia("(pointer: coarse)").matches;
  (isTouched ? log : field).current?.focus({ preventScroll: true });
}

/** The actions as people take them: an editor that is open is closed, and the focus has a place to go. */
export function useActing(actions: Actions, { field, log }: Places, closeEditor: () => void): Actions {
  return useMemo(() => {
    const then =
      <Arguments extends unknown[]>(act: (...given: Arguments) => void) =>
      (...given: Arguments) => {
        act(...given);
        closeEditor();
        moveFocus({ field, log });
      };
    return {
      ask: then(actions.ask),
      replace: then(actions.replace),
      answerAgain: then(actions.answerAgain),
      stop: then(actions.stop),
    };
  }, [actions, field, log, closeEditor]);
}
