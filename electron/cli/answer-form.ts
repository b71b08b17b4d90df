/** How an answer is printed: byte for byte, as JSON on one line, or only the message in it. */
export type AnswerForm = 'as-it-is' | 'json' | 'message';
