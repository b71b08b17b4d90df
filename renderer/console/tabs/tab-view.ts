/** The parts of a request that its editor shows one at a time. */
export const tabViews = ['params', 'body', 'headers', 'sound'] as const;
export type TabView = (typeof tabViews)[number];
