import type { Page } from 'playwright-core';
import type { Snapshot } from '../../shared/bridge.ts';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { encodeToken } from '../fixtures/jwt/encode-token.ts';
import { callBridge, callForValue } from './call-bridge.ts';
import { keysScreenOf } from './keys-screen.ts';
import { fill, pick, retype, type Screens, startsWith } from './screens.ts';

/** Each screen in a state that shows what it can show. */
export const places = [
  'mint with a token',
  'a token with its details',
  'the dialog for several sessions',
  'the dialog for a pasted token',
  'mint with a failure',
  'a token on the JWT screen',
  'a pinned token compared with another',
  'a draft with findings',
  'a draft that was signed',
  'a scope with findings',
  'two scopes compared',
  'an answer in the console',
  'a request with its form',
  'a request for another origin',
  'the dialog for a curl command',
  'the dialog for variables',
  'a request as code',
  'the palette',
  'the form of an app',
  'a key',
  'the import dialog with a refusal',
  'a cause that the doctor found',
  'the flow of practice Coze',
  'a refused request in practice Coze',
  'the faults of practice Coze',
  'settings',
] as const;
export type Place = (typeof places)[number];

async function chooseApp(page: Page, index: number): Promise<OAuthApp> {
  const { profile } = (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  const app = profile.apps[index];
  if (app === undefined) throw new Error(`There is no app ${index}.`);
  await callForValue(page, 'apps.choose', { appId: app.id });
  return app;
}

async function chooseUnreachableApp(page: Page): Promise<void> {
  const { id: _, defaults: __, ...fields } = await chooseApp(page, 0);
  const region = { kind: 'custom', baseUrl: 'http://127.0.0.1:9' } as const;
  await callForValue(page, 'apps.save', { id: null, fields: { ...fields, name: 'Nobody there', region } });
  await chooseApp(page, 1);
}

/** Brings `screens` to `place`; practice Coze has to be set up. */
export async function openPlace(place: Place, screens: Screens): Promise<void> {
  const { main, page, t } = screens;
  switch (place) {
    case 'mint with a token':
      return screens.go('mint');
    case 'a token with its details': {
      await screens.go('mint');
      const row = screens.tokens.first().locator('[data-row-button]');
      if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
      await screens.tokens.first().locator('dl').waitFor();
      return;
    }
    case 'the dialog for several sessions':
      await screens.go('mint');
      await main.getByRole('button', { name: t.tokens.sessions.open, exact: true }).click();
      return page.getByRole('dialog').getByRole('textbox').fill('u-{1..3}');
    case 'the dialog for a pasted token':
      await screens.go('mint');
      await main.getByRole('button', { name: t.tokens.list.hold, exact: true }).click();
      return page.getByRole('dialog').waitFor();
    case 'mint with a failure': {
      await screens.go('mint');
      await chooseUnreachableApp(page);
      await screens.mintButton.click();
      await main.getByRole('alert').waitFor();
      return;
    }
    case 'a token on the JWT screen': {
      await screens.go('jwt');
      const example = main.getByRole('button', { name: t.jwt.example, exact: true });
      const clear = main.getByRole('button', { name: t.jwt.clear, exact: true });
      await example.or(clear).waitFor();
      if (await example.isVisible()) await example.click();
      await main.getByRole('table', { name: t.jwt.payload, exact: true }).waitFor();
      return;
    }
    case 'a pinned token compared with another': {
      await openPlace('a token on the JWT screen', screens);
      await main.getByRole('button', { name: t.jwt.pins.pin, exact: true }).click();
      await main.getByRole('button', { name: t.jwt.compare.start, exact: true }).click();
      const other = main.getByRole('textbox', { name: t.jwt.compare.other, exact: true });
      await retype(other, encodeToken('{"alg":"RS256"}', '{"iss":"other"}'));
      await main.getByRole('columnheader', { name: t.jwt.compare.member, exact: true }).waitFor();
      return;
    }
    case 'a draft with findings': {
      await screens.go('jwt');
      await pick(main.getByRole('radio', { name: t.jwt.modes.build, exact: true }));
      const payload = main.getByRole('textbox', { name: t.jwt.payload, exact: true });
      await retype(payload, '{"iss":1,"aud":"https://api.coze.cn/","foo":1}');
      await main.getByRole('button', { name: t.build.fix.remove, exact: true }).waitFor();
      return;
    }
    case 'a draft that was signed': {
      await screens.go('jwt');
      await pick(main.getByRole('radio', { name: t.jwt.modes.build, exact: true }));
      await main.getByRole('button', { name: startsWith(t.build.sign) }).click();
      await main.getByRole('button', { name: t.build.copy, exact: true }).waitFor();
      return;
    }
    case 'a scope with findings': {
      const app = await chooseApp(page, 0);
      const scopes = [{ id: 'p', name: 'Chat', scope: '{"account_permission":{"permission_list":["a"]}}' }];
      await callForValue(page, 'apps.saveScopes', { appId: app.id, scopes });
      await screens.go('scope');
      const json = main.getByRole('textbox', { name: t.scope.json, exact: true });
      await retype(
        json,
        '{"x":1,"account_permission":{"permission_list":["chat","listWorkspace","my.own"]},"workspace_permission":{"workspace_id_list":["1"]},"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":["a","7342866812345678901",7]}}}',
      );
      await main.getByRole('button', { name: t.scope.fix['to-text'], exact: true }).waitFor();
      return;
    }
    case 'two scopes compared': {
      await openPlace('a scope with findings', screens);
      await main.getByRole('button', { name: t.scope.presets.actions, exact: true }).click();
      await page.getByRole('menuitem', { name: t.scope.presets.compare, exact: true }).click();
      await page.getByRole('dialog').getByRole('table').waitFor();
      return;
    }
    case 'an answer in the console':
      await chooseApp(page, 0);
      await screens.go('console');
      await screens.chooseEndpoint('users_me');
      return screens.send(200);
    case 'a request with its form':
      await screens.go('console');
      await screens.chooseEndpoint('chat_v3');
      return main.getByRole('textbox', { name: 'bot_id', exact: true }).waitFor();
    case 'a request for another origin': {
      await screens.go('console');
      await main.getByRole('button', { name: t.request.tabs.new, exact: true }).first().click();
      const address = main.getByRole('textbox', { name: t.request.address, exact: true });
      await address.fill('https://example.com/{{path}}?query=1');
      return main.getByRole('switch').waitFor();
    }
    case 'the dialog for a curl command':
      await screens.go('console');
      await main.getByRole('button', { name: t.request.tabs.actions, exact: true }).click();
      await page.getByRole('menuitem', { name: t.request.curl.import, exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('textbox')
        .fill("curl https://api.coze.cn/v1/bots -H 'Cookie: a=b' --unknown");
      return page.getByRole('dialog').getByRole('listitem').first().waitFor();
    case 'the dialog for variables': {
      await openPlace('a request with its form', screens);
      const { none, label, edit } = t.request.variables;
      await main.getByRole('button', { name: `${none} ${label}`, exact: true }).click();
      await page.getByRole('option', { name: edit, exact: true }).click();
      return page.getByRole('dialog').waitFor();
    }
    case 'a request as code':
      await openPlace('a request with its form', screens);
      await main.getByRole('button', { name: t.request.actions, exact: true }).click();
      await page.getByRole('menuitem', { name: t.request.copyAs.title, exact: true }).click();
      return page.getByRole('dialog').getByRole('textbox').waitFor();
    case 'the palette':
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('searchbox').fill('chat');
      return page.getByRole('option').first().waitFor();
    case 'the form of an app':
      await screens.go('keys');
      await keysScreenOf(screens).apps.getByRole('row').first().click();
      await main.getByRole('textbox', { name: t.keys.form.clientId, exact: true }).waitFor();
      return;
    case 'a key':
      await screens.go('keys');
      await keysScreenOf(screens).keys.getByRole('row').first().click();
      await main.getByRole('heading', { name: t.keys.detail.fingerprints, exact: true }).waitFor();
      return;
    case 'the import dialog with a refusal':
      await screens.go('keys');
      await keysScreenOf(screens).paste('no key');
      await page.getByRole('dialog').getByRole('alert').waitFor();
      return;
    case 'a cause that the doctor found': {
      await screens.go('mint');
      await chooseUnreachableApp(page);
      await screens.go('doctor');
      await main.getByRole('button', { name: startsWith(t.doctor.run) }).click();
      await main.getByRole('button', { name: t.doctor.goOn, exact: true }).waitFor();
      return;
    }
    case 'the flow of practice Coze':
      await screens.go('practice');
      return main.getByRole('tab', { name: t.practice.tabs.flow, exact: true }).click();
    case 'a refused request in practice Coze': {
      await screens.go('practice');
      await callForValue(page, 'practice.setFaults', { keyRemoved: true });
      const { id, defaults } = await chooseApp(page, 0);
      await callBridge(page, 'tokens.mint', { appId: id, options: defaults });
      await callForValue(page, 'practice.setFaults', { keyRemoved: false, clockOffsetSeconds: 0 });
      const refused = fill(t.practice.log.refused, { code: 'invalid_client' });
      await main.getByRole('listitem').getByRole('button', { name: refused }).first().click();
      return main.getByText(t.practiceChecks['kid-registered'].says).waitFor();
    }
    case 'the faults of practice Coze':
      await screens.go('practice');
      await callForValue(page, 'practice.setFaults', { clockOffsetSeconds: 1 });
      await main.getByRole('tab', { name: t.practice.tabs.faults, exact: true }).click();
      return main.getByRole('switch').first().waitFor();
    case 'settings':
      return screens.go('settings');
  }
}
