const words = [
  "thanks?(?: (?:a lot|so much|very much|again))?",
  "thank you(?: (?:so|very) much)?",
  "thx|cheers|ta",
  "ok(?:ay)?|alright|all right|fine|good|great|cool|nice|perfect|awesome|excellent|wow|super",
  "got it|i see|understood|makes sense|sounds good|that helps|good to know|very helpful|no problem",
  "that(?:'s| is) (?:all|it|great|good|helpful|fine|clear|enough)(?: for now)?",
  "yes|yep|yeah|no|nope|bye|goodbye|see you(?: later)?",
  "for (?:the|your) (?:help|answer|info(?:rmation)?|explanation)",
  "then|so|very|now|everybody|you|all",
].join("|");

const pattern = new RegExp(String.raw`^\W*(?:(?:${words})[\s,.!…🙂👍-]*)+\W*$`, "iu");

/** True for a turn that only thanks, agrees or says goodbye: it asks nothing, and nothing is run again for it. */
export function isSmallTalk(text: string): boolean {
  return pattern.test(text);
}

/** What is said to it. */
export const smallTalkReply =
  "You are welcome. The last question stands: change a board, a model or a setting of it, ask why about any number, or ask something new.";
