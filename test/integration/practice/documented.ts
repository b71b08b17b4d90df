import { afterAll, expect } from 'vitest';
import { catalogueEntry } from '../../../electron/practice/api/catalogue.ts';
import { jwtBearer, normalClientId, normalKid, signJwt, startPracticeBench } from './practice-bench.ts';
import { differences, type Shapes } from './shapes/shape.ts';

interface Request {
  readonly token?: string;
  /** Path and query parameters. */
  readonly with?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly form?: FormData;
}

type Members = Readonly<Record<string, unknown>>;

export interface Refused {
  readonly code: number;
  readonly msg: string;
}

/** A bench on which the endpoints of `shapes` are called by their catalogue id; at the end each has to have been. */
export function startDocumentedBench(shapes: Shapes) {
  const bench = startPracticeBench();
  const seen = new Set<string>();
  afterAll(() => {
    expect(Object.keys(shapes).filter((id) => !seen.has(id))).toEqual([]);
  });

  const send = async (
    id: string,
    { token, with: parameters = {}, body, form }: Request,
  ): Promise<Response> => {
    const { method, path } = catalogueEntry(id);
    const rest = new URLSearchParams(parameters);
    const filled = path.replace(/:(\w+)/g, (_, name: string) => {
      const value = rest.get(name) ?? '';
      rest.delete(name);
      return encodeURIComponent(value);
    });
    const payload = form ?? (body === undefined ? undefined : JSON.stringify(body));
    return fetch(`${bench.url()}${filled}?${rest}`, {
      method,
      headers: { authorization: `Bearer ${token ?? (await normalToken())}`, 'agw-js-conv': 'str' },
      ...(payload === undefined ? {} : { body: payload }),
    });
  };

  /** Of the app that is no channel, from the token path given. */
  const normalToken = async (path = 'token'): Promise<string> => {
    const jwt = signJwt({ ...bench.header(), kid: normalKid }, { ...bench.claims(), iss: normalClientId });
    const answer = await bench.exchange({
      path,
      authorization: `Bearer ${jwt}`,
      body: { grant_type: jwtBearer },
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };

  return {
    bench,
    send,
    normalToken,
    /** Calls an endpoint that goes well and checks its answer field by field. */
    ok: async (id: string, request: Request = {}): Promise<Members> => {
      const answer = await send(id, request);
      const { code, msg, detail, ...members } = (await answer.json()) as Members;
      const logid = answer.headers.get('x-tt-logid');
      expect({ id, status: answer.status, code, msg, detail }).toEqual({
        id,
        status: 200,
        code: 0,
        msg: '',
        detail: { logid },
      });
      const shape = shapes[id];
      expect(shape, `the documented shape of ${id}`).toBeDefined();
      expect(differences(members, shape ?? {}, id)).toEqual([]);
      seen.add(id);
      return members;
    },
    refused: async (id: string, request: Request = {}): Promise<Refused> => {
      const answer = await send(id, request);
      const { code, msg, detail, ...more } = (await answer.json()) as Refused & Members;
      expect({ detail, more }).toEqual({ detail: { logid: answer.headers.get('x-tt-logid') }, more: {} });
      return { code, msg };
    },
  };
}
