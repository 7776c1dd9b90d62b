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

const greeting =
  /^\W*(?:(?:hi|hello|hey|howdy|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:morgen|tag|abend)|moin|bonjour|bonsoir|salut|hola|buenos (?:d[ií]as)|buenas (?:tardes|noches)|你好|您好|こんにちは|there|all|everybody|team)[\s,.!…🙂👋-]*)+\W*$/iu;

/** What is asked of the program itself, not of boards. */
const introduction =
  /^\W*(?:(?:hi|hello|hey|so|and|please)\W+)*(?:who are you|what are you|what is this|what can (?:you|this) do(?: for me)?|what do you do|what can i ask(?: you)?|how (?:do|can|should) i use (?:this|you|it)|how does this work|help(?: me)?|are you (?:an? )?(?:real |human|person|bot|robot|ai|machine|program)[\w\s]*)\W*$/i;

/** True for a turn that greets or asks what this program is: it is told so, and nothing is looked up for it. */
function isIntroduction(text: string): boolean {
  return greeting.test(text) || introduction.test(text);
}

/** True for a turn that only greets, thanks, agrees or says goodbye: nothing is run, or run again, for it. */
export function isSmallTalk(text: string): boolean {
  return pattern.test(text) || isIntroduction(text);
}

/** What is said to thanks. */
export const smallTalkReply =
  "You are welcome. The last question stands: change a board, a model or a setting of it, ask why about any number, or ask something new.";

/** What this program is, in a sentence. */
export const purpose =
  "This advisor sizes NVIDIA Jetson boards: whether models and detectors fit, how fast they run, and which board, runtime or format to take.";

/** What is said to small talk. */
export function replyTo(text: string): string {
  if (!isIntroduction(text)) return smallTalkReply;
  return `${purpose} It is a program: numbers and verdicts are computed from records with sources.\n\nTry for example: "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?"`;
}
