import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { followLog } from "./follow-log.ts";

/** Milliseconds after the end of an answer in which its last lines may still move the page. */
const settleMs = 300;

type Turn = {
  lastQuestion: object | undefined;
  isBusy: boolean;
  log: RefObject<HTMLElement | null>;
  dock: RefObject<HTMLElement | null>;
};

/** Puts each new question at the top once, and leaves the rest to {@link followLog}. */
export function useScroll({ lastQuestion, isBusy, log, dock }: Turn) {
  const follower = useRef<ReturnType<typeof followLog>>(undefined);
  const [isEndBelow, setIsEndBelow] = useState(false);
  useLayoutEffect(() => {
    if (!log.current || !dock.current) return;
    follower.current = followLog(log.current, dock.current, setIsEndBelow);
    return () => follower.current?.end();
  }, [log, dock]);
  useLayoutEffect(() => {
    const last = lastQuestion && [...(log.current?.querySelectorAll(".question") ?? [])].at(-1);
    if (last) follower.current?.show(last);
  }, [lastQuestion, log]);
  useEffect(() => {
    const timer = setTimeout(() => follower.current?.setLive(isBusy), isBusy ? 0 : settleMs);
    return () => clearTimeout(timer);
  }, [isBusy]);
  const jump = useCallback(() => follower.current?.jump(), []);
  return { isEndBelow, jump };
}
