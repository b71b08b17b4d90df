import type { CauseCode } from '../coze/causes/cause.ts';

/** What may be the case, why it is thought of, and what to do. `{{param}}` is filled from the cause's parameters. */
export interface CauseText {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

export const causeTextsEn: Readonly<Record<CauseCode, CauseText>> = {
  'kid-is-app-id': {
    what: 'The kid is an app ID, not a fingerprint',
    why: '“{{kid}}” is a number, as app IDs are; a kid has 43 letters, digits, - and _.',
    todo: 'Enter the public key fingerprint that the Coze console shows for the key.',
  },
  'kid-odd': {
    what: 'The kid is not a whole fingerprint',
    why: 'It has {{length}} characters; every known kid has 43 letters, digits, - and _.',
    todo: 'Copy the public key fingerprint from the Coze console once more.',
  },
  'kid-mistyped': {
    what: 'The kid has a typing error',
    why: 'It cannot be compared with the key here.',
    todo: 'Compare it with the fingerprint in the Coze console, character by character.',
  },
  'kid-unmatched': {
    what: 'The kid may belong to another key',
    why: 'It is none of the fingerprints that can be computed from this key. That is no proof: how Coze computes them is not documented.',
    todo: 'Compare it with the fingerprint that the Coze console shows for this key.',
  },
  'key-new': {
    what: 'Coze does not know the new key yet',
    why: 'It was added here {{age}} ago, and Coze’s servers take some seconds to learn of a new key.',
    todo: 'Wait a moment, then mint again.',
  },
  'key-removed': {
    what: 'The key is not registered with the app any more',
    why: 'A key that was deleted or replaced in the Coze console is unknown from then on.',
    todo: 'Look for the fingerprint in the app’s list of keys in the Coze console. If it is missing, create a key there and import it here.',
  },
  'signature-key': {
    what: 'The private key does not belong to this kid',
    why: 'Coze checks the signature with the public key that it holds under the kid.',
    todo: 'Choose the key whose fingerprint this is, or correct the kid.',
  },
  'iss-not-of-kid': {
    what: 'The app ID is that of another app',
    why: 'Each key belongs to one app, and iss has to be that app’s ID.',
    todo: 'Compare the app ID with the one in the Coze console, in the app that shows this fingerprint.',
  },
  'other-region': {
    what: 'The app was created at coze.{{other}}',
    why: 'This app uses region {{here}}; cn and com know nothing of each other’s apps and keys.',
    todo: 'If you created it at www.coze.{{other}}, use region {{other}}.',
  },
  'base-url': {
    what: 'The app is not registered behind this base URL',
    why: 'The request went to {{host}}; an app is known only to the Coze that it was created at.',
    todo: 'Check the base URL. For an app of coze.cn or coze.com choose region cn or com.',
  },
  'self-hosted': {
    what: 'This is a self-hosted Coze Studio',
    why: 'It answered as the open-source edition does for paths that want a browser session; that edition knows no OAuth JWT.',
    todo: 'Use a personal access token there, or the base URL of coze.cn or coze.com.',
  },
  'path-unknown': {
    what: 'The token path of this scenario is not known there',
    why: 'Cross-account and enterprise tokens have a path of their own with the account or enterprise ID in it.',
    todo: 'Check the scenario of the app and the ID.',
  },
  'clock-ahead': {
    what: 'This computer’s clock is {{seconds}} ahead',
    why: 'The server’s answer carries its own time. Times in the future, and tokens signed with them, are refused.',
    todo: 'Set the clock right, or sign on the server’s clock.',
  },
  'clock-behind': {
    what: 'This computer’s clock is {{seconds}} behind',
    why: 'The server’s answer carries its own time. What is signed with an old time has expired when it arrives.',
    todo: 'Set the clock right, or sign on the server’s clock.',
  },
  'clock-unchecked': {
    what: 'This computer’s clock is ahead',
    why: 'The token’s end lies in the past on the clock here, and the answer carried no time to compare with.',
    todo: 'Compare the clock of this computer with the real time.',
  },
  'times-refused': {
    what: 'The assertion was too old or too new when it arrived',
    why: 'Coze’s words speak of its times; this computer’s clock is within a minute of the server’s.',
    todo: 'Sign a fresh one: an assertion that waited before it was sent may have expired.',
  },
  audience: {
    what: 'aud names another host',
    why: 'Coze’s words speak of aud; it has to be the API host that the request is sent to, without https://.',
    todo: 'Check the region or base URL, and sign again.',
  },
  'jti-used': {
    what: 'The assertion was sent before',
    why: 'Each JWT is accepted once; its jti is remembered.',
    todo: 'Sign a fresh one.',
  },
  'assertion-malformed': {
    what: 'The JWT is not of the form that Coze takes',
    why: 'It has to be RS256 with typ JWT, three parts, and the documented claims.',
    todo: 'Open it in JWT > Inspect; what is wrong is marked there.',
  },
  'app-deactivated': {
    what: 'The owner has switched the OAuth app off',
    why: 'Coze says so itself.',
    todo: 'The owner switches it on in the Coze console: API, OAuth apps. It may take some seconds.',
  },
  'channel-not-bound': {
    what: 'No publishing channel is bound to the app',
    why: 'A channel app works only after an enterprise custom channel is bound to it.',
    todo: 'In the Coze console: account settings, publishing channels, enterprise custom channels. Edit the channel and bind this OAuth app.',
  },
  'not-set-as-channel': {
    what: 'The app is a channel app',
    why: 'Coze treats it as one; here another scenario is chosen.',
    todo: 'Choose the scenario channel for the app.',
  },
  'variant-plain': {
    what: 'The app is of another type than this token path takes',
    why: 'The path without an ID is for normal and channel apps; an enterprise app has a path of its own.',
    todo: 'Compare the app’s type in the Coze console with the scenario chosen here.',
  },
  'variant-cross-account': {
    what: 'The app is not one for other accounts',
    why: 'The path with an account ID takes normal apps of type service; channel apps use the path without.',
    todo: 'Compare the app’s type in the Coze console with the scenario chosen here.',
  },
  'variant-enterprise': {
    what: 'The app is not an enterprise privileged app',
    why: 'Only such apps of the default organization may use the path with an enterprise ID.',
    todo: 'Compare the app’s type in the Coze console with the scenario chosen here.',
  },
  'login-session': {
    what: 'Coze wants somebody signed in',
    why: 'The documents know this answer from the consent page in the browser; the exchange of a JWT needs no such session.',
    todo: 'Check that the OAuth app is of type service.',
  },
  'consent-missing': {
    what: 'The other account has not consented',
    why: 'A token for another account needs its owner’s consent first, given once through the app’s share link.',
    todo: 'Send the owner the share link of the OAuth app. Mint again after the consent.',
  },
  'client-type': {
    what: 'The OAuth app is not of type service',
    why: 'Only service apps sign a JWT; web, mobile, desktop and device apps use other grants, with a client secret or a code.',
    todo: 'Look up the client type in the Coze console. It cannot be changed: create a service app if it is another.',
  },
  'account-id': {
    what: 'The account ID is not known',
    why: 'Coze names this parameter.',
    todo: 'For a personal account it is the UID of the workspace’s owner, for an enterprise the organization ID.',
  },
  'enterprise-id': {
    what: 'The enterprise ID is not known',
    why: 'Coze names this parameter.',
    todo: 'Copy the enterprise ID from the Coze console; known ones look like volcano_210195…',
  },
  'duration-refused': {
    what: 'The lifetime is out of range',
    why: 'Coze names duration_seconds; it takes whole seconds from 1 to 86 399.',
    todo: 'Choose another lifetime.',
  },
  'scope-refused': {
    what: 'A permission or bot in the scope is not allowed',
    why: 'The app has to hold every permission that the scope names, and every bot in it has to be published as API.',
    todo: 'Mint once without a scope. If that works, take its entries back in one by one.',
  },
  'scope-only-channel': {
    what: 'Only channel apps take a scope',
    why: 'The documents say that scope has effect for channel apps; this app is set up as another kind.',
    todo: 'Mint without a scope, or choose the scenario channel if the app is one.',
  },
  'parameter-refused': {
    what: 'The parameter {{name}} is not accepted',
    why: 'Coze names it.',
    todo: 'Compare it with the documentation of the token endpoint.',
  },
  'coze-internal': {
    what: 'Coze has a problem of its own',
    why: 'It says that the error is internal.',
    todo: 'Mint again in a moment. If it stays, give Coze support the log ID.',
  },
  'rate-limited': {
    what: 'Too many requests in a short time',
    why: 'The server counts requests and refuses for a while.',
    todo: 'Wait {{seconds}}, and ask less often.',
  },
  'server-slow': {
    what: 'The server is busy',
    why: 'The connection stood, but the answer did not come.',
    todo: 'Try again. If it stays, ask whoever runs the server.',
  },
  'practice-fault': {
    what: 'Practice Coze is being broken on purpose',
    why: 'One of its faults is switched on, so it answers with this error.',
    todo: 'Switch the fault off, then mint again.',
  },
  'practice-fault-spent': {
    what: 'Practice Coze broke that answer on purpose',
    why: 'The fault was for a number of answers and is not on any more.',
    todo: 'Try again.',
  },
  'practice-key-unknown': {
    what: 'The kid is not one of a key of this app',
    why: 'Practice Coze learns the keys of its apps before every mint; another kid is unknown to it.',
    todo: 'Check which key the app uses, and its kid.',
  },
  'practice-stopped': {
    what: 'Practice Coze does not run any more',
    why: 'Nothing answers at its address on this computer.',
    todo: 'Try again: it is started when it is needed.',
  },
  'header-stripped': {
    what: 'The Authorization header was lost on the way',
    why: 'The JWT travels in it, and this app always sends it. A proxy or gateway that removes it leaves Coze with nothing.',
    todo: 'Try without the proxy or gateway, or let it pass Authorization on.',
  },
  'request-changed': {
    what: 'The request was changed on the way',
    why: 'This app always sends the grant type and JSON that Coze documents; something in between may rewrite bodies.',
    todo: 'Try another network, or without the proxy.',
  },
  'answer-changed': {
    what: 'The answer was changed or cut on the way',
    why: 'Coze answers with JSON; this is not what any document describes.',
    todo: 'Try another network, or without the proxy.',
  },
  'captive-portal': {
    what: 'The network wants you to sign in first',
    why: 'A web page came in place of Coze’s answer, as in hotels, trains and guest networks.',
    todo: 'Open any page in the browser, sign in to the network, then try again.',
  },
  'not-the-api': {
    what: 'The base URL is not that of an API',
    why: '{{host}} answered with something made for a browser or behind a login.',
    todo: 'Enter the API host, for example https://api.coze.cn rather than the address of the console.',
  },
  'proxy-login': {
    what: 'A proxy wants a login',
    why: 'The answer is not in the form of Coze’s own; a proxy or gateway in between asks for credentials.',
    todo: 'Sign in to the proxy, or enter its user and password under Settings → Proxy.',
  },
  'gateway-blocks': {
    what: 'Something in between blocks the request',
    why: 'A refusal came that is not in the form of Coze’s own, as firewalls and content filters send it.',
    todo: 'Ask whoever runs the network to allow the API host.',
  },
  'gateway-down': {
    what: 'A gateway answered in place of Coze',
    why: 'It could not reach the service behind it.',
    todo: 'Mint again in a moment. If it stays, the service is down or the gateway is not Coze’s.',
  },
  'redirect-login': {
    what: 'The network or a gateway sends you to a login page',
    why: 'Coze’s API does not redirect.',
    todo: 'Open a page in the browser, sign in to the network or proxy, then try again.',
  },
  'redirect-elsewhere': {
    what: 'The base URL has moved to {{to}}',
    why: 'The server says so itself.',
    todo: 'If you trust that place, enter it as the base URL.',
  },
  offline: {
    what: 'This computer is offline',
    why: 'Names cannot be looked up and no way out is found when there is no network.',
    todo: 'Check the network, then try again.',
  },
  'dns-blocked': {
    what: 'The name server does not know {{host}}',
    why: 'Some company networks and filters answer that a name does not exist.',
    todo: 'Ask whoever runs the network, or try another DNS server.',
  },
  'host-mistyped': {
    what: 'The base URL has a typing error',
    why: 'The name {{host}} has no address.',
    todo: 'Check the base URL, letter by letter.',
  },
  firewall: {
    what: 'A firewall or VPN blocks the way',
    why: 'The connection was refused or not answered before anything was sent.',
    todo: 'Try without the VPN, or ask whoever runs the network to allow the host on port 443.',
  },
  'proxy-needed': {
    what: 'This network needs a proxy',
    why: 'Company networks often have no direct way out.',
    todo: 'Set the proxy under Settings → Proxy or in the system’s network settings; on a command line in HTTPS_PROXY.',
  },
  'server-not-listening': {
    what: 'Nothing runs at {{host}}',
    why: 'The computer there answered that no program accepts connections on this port.',
    todo: 'Start the server, or correct the port in the base URL.',
  },
  'redirect-loop': {
    what: 'The server redirects in a circle',
    why: 'Each answer of {{from}} led to another address there, and never to an answer.',
    todo: 'Check the path and its slashes. Redirects that hang on a cookie never end here, since no cookies are kept.',
  },
  'address-mistyped': {
    what: 'The address has a typing error',
    why: 'The name {{host}} has no address.',
    todo: 'Check the URL of the request, letter by letter.',
  },
  'address-closed': {
    what: 'Nothing runs at {{host}}',
    why: 'The computer there answered that no program accepts connections on this port.',
    todo: 'Start the server, or correct the port in the URL of the request.',
  },
  'address-other-host': {
    what: 'The server at {{host}} is another one',
    why: 'Its certificate names other hosts.',
    todo: 'Check the URL of the request.',
  },
  'address-not-tls': {
    what: '{{host}} speaks plain http on this port',
    why: 'What came back is not the beginning of TLS.',
    todo: 'Check the port in the URL of the request.',
  },
  'address-moved': {
    what: 'The address has moved to {{to}}',
    why: 'The server says so itself.',
    todo: 'If you trust that place, send the request there.',
  },
  'connection-cut': {
    what: 'Something in between cut the connection',
    why: 'Firewalls, VPNs and proxies do so with hosts or contents that they do not allow; a weak network does too.',
    todo: 'Try again, then another network.',
  },
  'proxy-refused': {
    what: 'The proxy does not run',
    why: 'The proxy {{proxy}} is set {{proxyPlace}}, and no connection to it could be made.',
    todo: 'Start the proxy program, or {{proxyChange}}.',
  },
  'proxy-dns': {
    what: 'The name of the proxy is wrong, or not known in this network',
    why: 'The proxy {{proxy}} is set {{proxyPlace}}, and its name has no address. A company’s proxy is known inside that company’s network only.',
    todo: 'Connect to the company’s network, or {{proxyChange}}.',
  },
  'proxy-blocks': {
    what: 'The proxy does not allow {{host}}',
    why: 'It answered HTTP {{status}} when asked to connect there.',
    todo: 'Ask whoever runs the proxy {{proxy}} to allow the host, or {{proxyChange}}.',
  },
  'proxy-down': {
    what: 'The proxy has no way to {{host}}',
    why: 'It answered HTTP {{status}} when asked to connect there.',
    todo: 'Try again. If it stays with the proxy {{proxy}}, {{proxyChange}}.',
  },
  'proxy-kind': {
    what: 'The proxy is of a kind that is not supported',
    why: 'HTTP, HTTPS and SOCKS5 proxies can be used; {{proxy}}, set {{proxyPlace}}, is none of them.',
    todo: 'If there is a proxy of such a kind, {{proxyChange}}.',
  },
  'tls-interception': {
    what: 'A proxy or virus scanner opens the encrypted traffic',
    why: 'It shows a certificate of its own that this computer does not trust.',
    todo: 'Choose its root certificate under Settings → Custom CA file, or add it to the system’s store. If nobody told you of such a proxy, do not send keys through this network.',
  },
  'certificate-expired': {
    what: 'The server’s certificate has expired',
    why: 'Its last day lies in the past.',
    todo: 'Tell whoever runs the server. If other sites fail as well, this computer’s clock is ahead.',
  },
  'certificate-early': {
    what: 'This computer’s clock is behind',
    why: 'The server’s certificate is not valid yet on the clock here.',
    todo: 'Set the clock right.',
  },
  'certificate-own': {
    what: '{{host}} uses a certificate of its own making',
    why: 'No authority that this computer trusts has signed it.',
    todo: 'If it is the one that you expect, choose its file under Settings → Custom CA file, or add it to the system’s store.',
  },
  'certificate-other-host': {
    what: 'The server at {{host}} is another one',
    why: 'Its certificate names other hosts.',
    todo: 'Check the base URL.',
  },
  'not-tls': {
    what: '{{host}} speaks plain http on this port',
    why: 'What came back is not the beginning of TLS.',
    todo: 'Check the port in the base URL.',
  },
  'tls-version': {
    what: 'The other side speaks only old or unusual TLS',
    why: 'No version and cipher was found that both know.',
    todo: 'Update the proxy or server.',
  },
  'keychain-not-running': {
    what: 'No keychain service runs',
    why: 'Small Linux desktops, containers and remote shells often have none.',
    todo: 'Install and start GNOME Keyring or KWallet; or keep keys for this run only.',
  },
  'keychain-no-session': {
    what: 'The app was started outside your desktop session',
    why: 'The keychain is reached over the session’s D-Bus, which sudo, cron and some remote shells do not have.',
    todo: 'Start the app from the desktop, as yourself.',
  },
  'keychain-locked': {
    what: 'The keychain was not unlocked at sign-in',
    why: 'It stays locked after signing in without a password, or when its password is not that of the account.',
    todo: 'Unlock it when the system asks, then try again.',
  },
  'keychain-prompt': {
    what: 'The system is asking you something in another window',
    why: 'The keychain waits for an answer before it gives a key.',
    todo: 'Answer its window, then try again.',
  },
  'keychain-policy': {
    what: '“Deny” was chosen, or a policy forbids it',
    why: 'The keychain answered that this app may not read the entry.',
    todo: 'Allow it in the keychain’s own program (on a Mac: Keychain Access), or ask whoever manages this computer.',
  },
  'keychain-earlier-run': {
    what: 'The key was held for one run only',
    why: 'Such a key ends with the app.',
    todo: 'Import private_key.pem again, into the keychain this time.',
  },
  'keychain-removed': {
    what: 'The entry was removed in the keychain',
    why: 'A reset keychain, another user account or a moved profile has none of its entries.',
    todo: 'Import private_key.pem again.',
  },
  'keychain-partial': {
    what: 'The entry was written only in part, or changed since',
    why: 'A key is kept in several parts with a checksum; they do not fit together any more.',
    todo: 'Delete the key here and import private_key.pem again.',
  },
};
