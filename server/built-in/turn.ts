/** One turn of a conversation so far; what an assistant turn says is text, and evidence of nothing. */
export type Turn = { role: "user" | "assistant"; text: string };
