import type { Page } from "playwright-core";

/** Between them their answers have a card of every kind. */
const questions = {
  fit: "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX 16GB?",
  board: "Which board for Llama 3.1 8B and two cameras with YOLO11s within 60 W?",
  claim: "Is 52 tok/s for Llama 3.1 8B on an AGX Orin 64GB plausible?",
  boards: "Compare AGX Orin 64GB, Orin NX 16GB and Thor for Llama 3.1 8B",
  runs: "Which measurements are there of Llama 3.3 70B on Thor?",
  cost: "What do 100 AGX Orin 64GB with Llama 3.1 8B cost in three years?",
} as const;

/** The address that asks a question. */
export function toAddress(question: string): string {
  return `/?q=${encodeURIComponent(question)}`;
}

/**
 * Waits until the answer to that question of the conversation stands there whole: what can be done with it, or why there
 * is none, comes last, and not before the code that shows answers.
 */
export async function awaitAnswer(page: Page, number = 1): Promise<void> {
  await page
    .locator(".question")
    .nth(number - 1)
    .waitFor();
  await page.locator("[role=log][aria-busy=false]").waitFor();
  await page
    .locator(".answer")
    .nth(number - 1)
    .locator(".actions, [role=alert]")
    .first()
    .waitFor();
}

/** Asks a further question, and waits for its answer. */
export async function askNext(page: Page, question: string): Promise<void> {
  const before = await page.locator(".question").count();
  await page.getByLabel("Your question").fill(question);
  await page.keyboard.press("Enter");
  await awaitAnswer(page, before + 1);
}

/** Opens everything that is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

async function awaitUnfoldedAnswer(page: Page): Promise<void> {
  await awaitAnswer(page);
  await unfold(page);
}

async function sortBoards(page: Page): Promise<void> {
  await awaitAnswer(page);
  await page
    .getByRole("table", { name: /^Boards/ })
    .getByRole("button", { name: "Price" })
    .click();
}

/** On a phone the list is behind a button. */
async function openHistory(page: Page): Promise<void> {
  await awaitAnswer(page);
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("dialog").getByRole("searchbox").waitFor();
}

const plan = "/planner?board=orin-nx-16gb&os=desktop&load=qwen3-8b";

async function awaitPlan(page: Page): Promise<void> {
  await page
    .getByRole("status")
    .getByText(/stays free/)
    .waitFor();
}

async function awaitUnfoldedPlan(page: Page): Promise<void> {
  await awaitPlan(page);
  await unfold(page);
}

async function openDerivation(page: Page): Promise<void> {
  await awaitAnswer(page);
  await page.locator(".claim").first().click();
  await page.getByRole("dialog").waitFor();
}

async function openPassage(page: Page): Promise<void> {
  await awaitAnswer(page);
  await page.locator(".citation").first().click();
  await page.getByRole("dialog").waitFor();
}

const refusal = { error: { code: "llm-unreachable", message: "The model does not answer." } };

/** What is on the screen: how people come there, and what they wait for or do when they are there. */
export type PageState = {
  name: string;
  address: string;
  /** What is arranged before the page is opened: how the server fails. */
  arrange?: (page: Page) => Promise<unknown>;
  reach: (page: Page) => Promise<unknown>;
};

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).last().waitFor();

/** Every view in every state that looks different, with all of it unfolded; a further one is a line here. */
export const pageStates: readonly PageState[] = [
  { name: "a chat before the first question", address: "/", reach: heading },
  { name: "a plan, unfolded", address: toAddress(questions.fit), reach: awaitUnfoldedAnswer },
  { name: "a choice of boards, unfolded", address: toAddress(questions.board), reach: awaitUnfoldedAnswer },
  { name: "a checked claim, unfolded", address: toAddress(questions.claim), reach: awaitUnfoldedAnswer },
  { name: "boards side by side, sorted", address: toAddress(questions.boards), reach: sortBoards },
  { name: "measured runs, unfolded", address: toAddress(questions.runs), reach: awaitUnfoldedAnswer },
  { name: "costs, unfolded", address: toAddress(questions.cost), reach: awaitUnfoldedAnswer },
  { name: "the derivation of a number", address: toAddress(questions.fit), reach: openDerivation },
  { name: "a cited passage", address: toAddress(questions.claim), reach: openPassage },
  {
    name: "a question that waits",
    address: toAddress(questions.fit),
    arrange: (page) => page.route("**/api/chat", () => undefined),
    reach: (page) => page.getByRole("button", { name: "Stop" }).waitFor(),
  },
  {
    name: "a failure",
    address: toAddress(questions.fit),
    arrange: (page) => page.route("**/api/chat", (route) => route.fulfill({ status: 503, json: refusal })),
    reach: (page) => page.getByRole("alert").waitFor(),
  },
  { name: "the conversations that are kept", address: toAddress(questions.claim), reach: openHistory },
  { name: "the planner, unfolded", address: plan, reach: awaitUnfoldedPlan },
  {
    name: "the documents",
    address: "/documents",
    reach: (page) => page.locator(".documents a").first().waitFor(),
  },
  {
    name: "a search of the documents",
    address: "/documents?find=KV+cache",
    reach: (page) => page.locator(".found a").first().waitFor(),
  },
  { name: "a document", address: "/documents/edge-llm-benchmark-2026", reach: heading },
  {
    name: "the status",
    address: "/status",
    reach: (page) => page.locator("main:visible h2").first().waitFor(),
  },
];
