import pc from 'picocolors';
import type { Painter } from '../formats/index';

/** Colours for a terminal with 16 of them: eight for speakers, most quoted first, later ones share the neutral. */
export function terminalPainter(): Painter {
  const c = pc.createColors(true);
  const speakers = [c.yellow, c.blue, c.green, c.magenta, c.red, c.cyan, c.blueBright, c.greenBright];
  const looks = { cue: c.italic, date: c.underline, unclear: c.inverse, title: c.bold, faint: c.dim };
  return (text, paint) => (paint.as === 'speaker' ? (speakers[paint.number] ?? c.white)(text) : looks[paint.as](text));
}
