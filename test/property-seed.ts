import fc from 'fast-check';

/**
 * Property tests get the same inputs in every run, so that a failure speaks of the change and of nothing else.
 * `npm run fuzz` looks for new ones, and names the seed of what it finds.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_250_101) });
