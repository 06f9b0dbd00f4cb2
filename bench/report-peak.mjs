// Loaded into a measured process before its program: at the end it writes the most memory it held, in bytes, to pipe 3.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(3, String(process.resourceUsage().maxRSS * 1024)));
