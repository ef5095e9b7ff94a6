import { useEffect, useRef } from 'react';

/** Ctrl+Enter anywhere on the page but in a dialog or a conversation, which have buttons of their own. */
export function useCtrlEnter(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest('dialog, .talk');
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isElsewhere) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
