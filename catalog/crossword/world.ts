import type { StatefulServices } from '@obey/prepare';
import { gridService } from './grid-service.js';

export const services: StatefulServices = { grid: gridService as StatefulServices[string] };
