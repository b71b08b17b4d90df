import { pointerStep } from '../json/json-members.ts';
import { registeredClaims, registeredMembers } from './registered-claims.ts';
import { registeredHeaderParameters } from './registered-header-parameters.ts';

type HeaderParameter = keyof typeof registeredHeaderParameters;
type Claim = keyof typeof registeredClaims;
type ClaimMember = keyof typeof registeredMembers;

/** Key of the sentence that explains a header parameter or a claim, in `shared/i18n/findings-texts.*.ts`. */
export type ClaimTextKey = `header.${HeaderParameter}` | `claim.${Claim | ClaimMember}`;

export interface ClaimExplanation {
  readonly textKey: ClaimTextKey;
  /** Where it is defined. */
  readonly source: string;
}

function isHeaderParameter(name: string): name is HeaderParameter {
  return Object.hasOwn(registeredHeaderParameters, name);
}

function isClaim(name: string): name is Claim {
  return Object.hasOwn(registeredClaims, name);
}

function isClaimMember(path: string): path is ClaimMember {
  return Object.hasOwn(registeredMembers, path);
}

/** A chain of actors (RFC 8693 §4.1) of any length is explained as one actor in another is. */
function withoutActorChain(path: readonly string[]): readonly string[] {
  const isLink = (name: string | undefined) => name === 'act';
  return path.slice(
    path.findIndex((name, at) => at >= path.length - 2 || !isLink(name) || !isLink(path[at + 1])),
  );
}

/**
 * What a member called `name` is for, or null when it is not a registered one.
 *
 * @param within - the names of the claims that it stands in, from the outside in; empty for a claim of the token itself
 */
export function explainClaim(
  segment: 'header' | 'payload',
  name: string,
  within: readonly string[] = [],
): ClaimExplanation | null {
  if (within.length > 0) {
    const steps = withoutActorChain([...within, name]);
    const path = steps.map(pointerStep).join('').slice(1);
    if (segment === 'header' || !isClaimMember(path)) return null;
    return { textKey: `claim.${path}`, source: registeredMembers[path] };
  }
  if (segment === 'header') {
    if (!isHeaderParameter(name)) return null;
    return { textKey: `header.${name}`, source: registeredHeaderParameters[name] };
  }
  return isClaim(name) ? { textKey: `claim.${name}`, source: registeredClaims[name] } : null;
}
