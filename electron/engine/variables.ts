import type { Handlers } from '../../shared/bridge.ts';
import type { RunRequest, VariableSet } from '../../shared/console-run.ts';
import { ProblemError } from '../../shared/problem.ts';
import { bareVariables, type Fill, fillIn, fillJson, namesIn, withoutTemplates } from '../console/fill-in.ts';
import type { Secret } from '../console/hide-secrets.ts';
import { oneAtATime } from '../keys/one-at-a-time.ts';
import type { SecretVariable, VariableVault } from '../keys/variable-vault.ts';
import type { EngineContext } from './context.ts';

/** The values of the variables that stand in something. */
interface Values {
  readonly fill: Fill;
  /** As `fill`, with masks in place of secret variables. */
  readonly fillMasked: Fill;
  /** The values of secret variables among them. */
  readonly secrets: readonly Secret[];
  readonly secretNames: readonly string[];
}

/** A request whose variables are filled in. */
export interface ResolvedRequest extends Pick<Values, 'secrets' | 'secretNames'> {
  readonly request: RunRequest;
  /** The same with masks in place of secret variables. */
  readonly shown: RunRequest;
}

/** A JSON text whose variables are filled in. */
export interface ResolvedJson extends Pick<Values, 'secrets'> {
  readonly json: string;
}

export interface Variables {
  /**
   * Where no set is chosen, `{{names}}` in the text of a body stay as they are written.
   *
   * @throws ProblemError `console/unresolved` (names), and why the keychain cannot be asked for a secret one
   */
  readonly resolve: (request: RunRequest) => Promise<ResolvedRequest>;
  /** @throws as `resolve` */
  readonly resolveJson: (json: string, variableSetId: string | null) => Promise<ResolvedJson>;
  readonly handlers: Pick<Handlers, 'variables.save' | 'variables.remove'>;
}

const mask = '***';

function unresolved(names: readonly string[]): ProblemError {
  const params = { names: names.join(', ').slice(0, 400), count: names.length };
  return new ProblemError('console/unresolved', { params });
}

/** Values that are not secret stand in the profile, the others in the keychain. */
export function createVariables(
  { profile, keychain, undo }: Pick<EngineContext, 'profile' | 'keychain' | 'undo'>,
  vault: VariableVault,
): Variables {
  const read = () => keychain.during(vault.read());
  const inTurn = oneAtATime();

  async function secretsOf(set: VariableSet, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (names.length === 0) return new Map();
    const kept = await read();
    const own = kept.filter(({ setId, name }) => setId === set.id && names.includes(name));
    return new Map(own.map(({ name, value }) => [name, value]));
  }

  /** Null where no variable stands. */
  async function valuesOf(names: readonly string[], variableSetId: string | null): Promise<Values | null> {
    if (names.length === 0) return null;
    const set = profile.get().variableSets.find(({ id }) => id === variableSetId);
    if (set === undefined) throw unresolved(names);
    const used = set.variables.filter(({ name }) => names.includes(name));
    const plain = new Map(used.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
    const secretNames = used.filter(({ secret }) => secret).map(({ name }) => name);
    const secret = await secretsOf(set, secretNames);
    const missing = names.filter((name) => !plain.has(name) && !secret.has(name));
    if (missing.length > 0) throw unresolved(missing);
    return {
      fill: (name) => secret.get(name) ?? plain.get(name) ?? '',
      fillMasked: (name) => (secret.has(name) ? mask : (plain.get(name) ?? '')),
      secrets: [...secret.values()].map((text) => ({ text, mask })),
      secretNames,
    };
  }

  async function resolve(asked: RunRequest): Promise<ResolvedRequest> {
    const named = asked.variableSetId === null ? withoutTemplates(asked) : asked;
    const names = namesIn((fill) => fillIn(named, fill));
    const values = await valuesOf(names, asked.variableSetId);
    if (values === null) return { request: asked, shown: asked, secrets: [], secretNames: [] };
    const { fill, fillMasked, secrets, secretNames } = values;
    return { request: fillIn(asked, fill), shown: fillIn(asked, fillMasked), secrets, secretNames };
  }

  async function resolveJson(json: string, variableSetId: string | null): Promise<ResolvedJson> {
    const named = variableSetId === null ? bareVariables(json) : json;
    const names = namesIn((fill) => fillJson(named, fill));
    const values = await valuesOf(names, variableSetId);
    return values === null
      ? { json, secrets: [] }
      : { json: fillJson(json, values.fill), secrets: values.secrets };
  }

  /** What the keychain holds of other sets, and of this one what `given` does not replace. */
  async function keepSecrets(
    set: VariableSet,
    given: readonly { readonly name: string; readonly value: string }[],
  ): Promise<void> {
    const before = profile.get().variableSets.find(({ id }) => id === set.id);
    const isSecret = (one: VariableSet | undefined) => one?.variables.some(({ secret }) => secret) === true;
    if (!isSecret(before) && !isSecret(set)) return;
    const names = new Set(set.variables.filter(({ secret }) => secret).map(({ name }) => name));
    const added: SecretVariable[] = given
      .filter(({ name }) => names.has(name))
      .map(({ name, value }) => ({ setId: set.id, name, value }));
    const kept = (await read()).filter(
      ({ setId, name }) =>
        setId !== set.id || (names.has(name) && !added.some((variable) => variable.name === name)),
    );
    await keychain.during(vault.write([...kept, ...added]));
  }

  const save: Handlers['variables.save'] = async ({ set, secrets }) => {
    const clean: VariableSet = {
      ...set,
      variables: set.variables.map((variable) => ({
        ...variable,
        value: variable.secret ? null : (variable.value ?? ''),
      })),
    };
    const names = clean.variables.map(({ name }) => name);
    if (new Set(names).size < names.length) {
      throw new ProblemError('input/invalid', { params: { path: 'set.variables' } });
    }
    await keepSecrets(clean, secrets);
    await profile.update((now) => ({
      ...now,
      variableSets: now.variableSets.some(({ id }) => id === set.id)
        ? now.variableSets.map((one) => (one.id === set.id ? clean : one))
        : [...now.variableSets, clean],
    }));
    return clean;
  };

  const remove: Handlers['variables.remove'] = async ({ id }) => {
    const { variableSets } = profile.get();
    const set = variableSets.find((one) => one.id === id);
    if (set === undefined) return null;
    const place = variableSets.indexOf(set);
    const secretNames = set.variables.filter(({ secret }) => secret).map(({ name }) => name);
    const secrets = [...(await secretsOf(set, secretNames))].map(([name, value]) => ({ name, value }));
    await keepSecrets({ ...set, variables: [] }, []);
    await profile.update((now) => ({
      ...now,
      variableSets: now.variableSets.filter((one) => one.id !== id),
    }));
    const restore = async () => {
      await keepSecrets(set, secrets);
      await profile.update((now) => ({
        ...now,
        variableSets: now.variableSets.filter((one) => one.id !== id).toSpliced(place, 0, set),
      }));
    };
    return undo.offer(() => inTurn('variables', restore));
  };

  return {
    resolve,
    resolveJson,
    handlers: {
      'variables.save': (...given) => inTurn('variables', () => save(...given)),
      'variables.remove': (...given) => inTurn('variables', () => remove(...given)),
    },
  };
}
