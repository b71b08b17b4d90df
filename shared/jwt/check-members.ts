import { isBeyondDouble } from '../json/is-beyond-double.ts';
import { membersOf, pointerStep, sourceOf } from '../json/json-members.ts';
import type { JsonNode } from '../json/parse-json.ts';
import { type Finding, finding } from './finding.ts';

/** Finding a place costs time in proportion to the text, so that their number is bounded. */
const enough = 100;

/**
 * Members that occur twice (RFC 7515 §4, RFC 7519 §4: names must be unique; parsers disagree on which counts) and
 * integers that a double-based parser would round.
 */
export function checkMembers(
  text: string,
  tree: JsonNode,
  segment: 'header' | 'payload',
  offsetOf: (at: number) => number,
): Finding[] {
  const findings: Finding[] = [];
  const steps: (string | number)[] = [];
  const pathHere = () => steps.map(pointerStep).join('');
  const visit = (node: JsonNode): void => {
    if (findings.length >= enough) return;
    if (node.type === 'number' && isBeyondDouble(sourceOf(text, node))) {
      const details = {
        offset: offsetOf(node.offset),
        path: pathHere(),
        params: { digits: sourceOf(text, node).slice(0, 40) },
      };
      findings.push(finding('integer-beyond-double', 'note', segment, details));
    }
    if (node.type === 'array') {
      for (const [index, child] of (node.children ?? []).entries()) {
        steps.push(index);
        visit(child);
        steps.pop();
      }
    }
    if (node.type === 'object') visitMembers(node);
  };
  const visitMembers = (node: JsonNode): void => {
    const seen = new Set<string>();
    for (const { name, nameNode, value } of membersOf(node)) {
      steps.push(name);
      if (seen.has(name) && findings.length < enough) {
        const details = { offset: offsetOf(nameNode.offset), path: pathHere(), params: { name } };
        findings.push(finding('duplicate-member', 'warning', segment, details));
      }
      seen.add(name);
      visit(value);
      steps.pop();
    }
  };
  visit(tree);
  return findings;
}
