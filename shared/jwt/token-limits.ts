/** The longest token that is taken apart, in characters. */
export const maxTokenLength = 1024 * 1024;
