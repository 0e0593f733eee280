import { DigestWriter } from './DigestWriter';
import { OutboxSender } from './OutboxSender';
import { SummaryWriter } from './SummaryWriter';

/** What has to be done again and again for people to be told. */
export class NotificationDuties {
  constructor(
    private readonly options: {
      sender: OutboxSender;
      summaries: SummaryWriter;
      reminders: { remind(): Promise<void> }[];
      /** Absent where nobody wants it. */
      digest?: DigestWriter;
    },
  ) {}

  /** Sums up and sends what is due; any number of replicas may do so at once. */
  async send(signal?: AbortSignal): Promise<void> {
    const { summaries, sender } = this.options;
    try {
      await summaries.writeDue();
    } finally {
      await sender.sendDue(signal);
    }
  }

  /** Looks for what is to be told ahead of time, and forgets what was told long ago. */
  async remind(): Promise<void> {
    const { reminders, sender } = this.options;
    for (const reminder of reminders) {
      await reminder.remind();
    }
    await sender.prune();
  }

  async digest(): Promise<void> {
    await this.options.digest?.write();
  }
}
