const questions = [
  "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX 16GB?",
  "How fast is Llama 3.1 8B on an AGX Orin 64GB?",
  "Which board for four cameras and a 7B vision model within 60 W?",
  "What did EAGLE-3 bring for Llama 3.3 70B on Thor?",
];

/** Questions to start from, shown while nothing has been asked. */
export function Examples({ onAsk }: { onAsk: (question: string) => void }) {
  return (
    <section className="examples" aria-labelledby="examples-heading">
      <h2 id="examples-heading">Ask, for example</h2>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
