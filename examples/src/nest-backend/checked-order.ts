import { BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';
import type { Order } from './orders.js';

/** Lets nothing through but an order; who asked hears what is wrong with it, as `malformed`. */
@Injectable()
export class CheckedOrder implements PipeTransform<unknown, Order> {
  transform(value: unknown): Order {
    const { item, count } = (value ?? {}) as Partial<Order>;
    if (typeof item !== 'string' || item.length === 0 || item.length > 100) throw new BadRequestException('item: 1 to 100 characters');
    if (!Number.isInteger(count) || count! < 1 || count! > 1_000) throw new BadRequestException('count: 1 to 1,000');
    return { item, count: count! };
  }
}
