import type { Reading } from "./reading.ts";

/** What people ask of any program that answers, and what no board is sized for. */
const foreign =
  /\b(?:weather|forecast|poem|poetry|song|lyrics|joke|story|recipes?|cook(?:ing)?|headache|fever|symptoms of|ibuprofen|paracetamol|aspirin|medicine|medication|doctor|diagnosis|capital of|president|election|football|soccer|world cup|olympics|movie|film|horoscope|stocks?|shares|crypto|bitcoin|gaming|gamer|laptop|notebook computer|phone|smartphone|iphone|tablet|translate|homework|essay|solve|keylogger|malware|ransomware|virus|in the cloud|system prompt|(?:python|javascript|java|rust|c\+\+) (?:function|script|program|code))\b/i;

/** Words of the field: a question that has one is answered, whatever else it speaks of. */
const ownField =
  /\b(?:jetson|orin|thor|xavier|tegra|jetpack|l4t|cuda|tensorrt|inference|tokens?|tok\/s|LLMs?|VLMs?|VLAs?|(?:language|vision|speech|local|AI) models?|\d+(?:\.\d+)?B|quanti[sz]\w*|gguf|on[-\s]device|edge|embedded|robots?|cameras?|detect\w*|boards?)\b/i;

/** True where a question is none of this program's business: nothing is looked up and nothing is claimed. */
export function isForeign(question: string, { boards, models, quantizations, runtimes }: Reading): boolean {
  const named = boards.length + models.length + quantizations.length + runtimes.length;
  return named === 0 && foreign.test(question) && !ownField.test(question);
}
