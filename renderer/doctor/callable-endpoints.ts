import { endpoints } from '../../shared/coze/endpoints.ts';

/** What is called with an access token. */
export const callableEndpoints = endpoints.filter(({ group }) => group !== 'auth');
