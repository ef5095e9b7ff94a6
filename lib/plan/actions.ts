'use server';
import { action } from '@/lib/access/action';
import { changes, stepRequest } from './schema';
import { saveChanges } from './write/save-changes';
import { takeStep } from './write/take-step';

export const saveChangesAction = action(changes, saveChanges);
export const takeStepAction = action(stepRequest, takeStep);
