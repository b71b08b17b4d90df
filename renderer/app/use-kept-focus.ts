import { type RefObject, useEffect } from 'react';

/** Regions around an element, from the innermost outwards. */
function regionsAround(element: Element, container: Element): readonly HTMLElement[] {
  const regions: HTMLElement[] = [];
  let region = element.parentElement?.closest<HTMLElement>('section, [role="region"], form');
  while (region && region !== container && container.contains(region)) {
    regions.push(region);
    region = region.parentElement?.closest<HTMLElement>('section, [role="region"], form');
  }
  return regions;
}

/**
 * Keeps the keyboard in its place when what had the focus goes away or can no longer be pressed: the region around it
 * takes the focus, so that the next Tab goes on from there.
 */
export function useKeptFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const container = ref.current;
    if (!container) return;
    let regions: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) regions = regionsAround(target, container);
    };
    const forget = ({ relatedTarget, target }: FocusEvent) => {
      if (relatedTarget !== null || !(target instanceof Element)) return;
      // An element that is being taken away is still there when it loses the focus.
      requestAnimationFrame(() => {
        if (target.isConnected && !target.matches(':disabled')) regions = [];
      });
    };
    const restore = () => {
      if (document.activeElement !== document.body || regions.length === 0) return;
      const home = regions.find((region) => region.isConnected) ?? container;
      regions = [];
      if (!home.hasAttribute('tabindex')) home.tabIndex = -1;
      home.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => requestAnimationFrame(restore));
    observer.observe(container, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    container.addEventListener('focusin', remember);
    container.addEventListener('focusout', forget);
    return () => {
      observer.disconnect();
      container.removeEventListener('focusin', remember);
      container.removeEventListener('focusout', forget);
    };
  }, [ref]);
}
