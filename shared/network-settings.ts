/** How every request leaves this machine: those for tokens, those of the console, of the doctor and of the command line. */
export interface NetworkSettings {
  readonly proxy: {
    /** The system's (settings, script, or the environment), none at all, or the one in `url`. */
    readonly kind: 'system' | 'none' | 'own';
    /** Such as `http://proxy.example:3128`, without a user's name; kept while another kind is chosen. */
    readonly url: string;
    /** Name to give to the proxy in `url`; empty for none. Its password stands in the keychain. */
    readonly user: string;
  };
  /** A file with certificates to trust beside those of the system; null for none. */
  readonly caFile: string | null;
  /** Seconds in which nothing moves, after which an API request counts as failed. */
  readonly timeoutSeconds: number;
  /** Whether a redirect within the same origin is followed; to another origin none ever is. */
  readonly followRedirects: boolean;
}

export const defaultNetwork: NetworkSettings = {
  proxy: { kind: 'system', url: '', user: '' },
  caFile: null,
  timeoutSeconds: 180,
  followRedirects: true,
};
