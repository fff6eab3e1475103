#!/usr/bin/env node
import { start } from '../dist/compactbench.js';

await start();
