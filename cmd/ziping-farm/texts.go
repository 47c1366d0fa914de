package main

import "ziping/extract"

// The longer help texts, in both languages.
var (
	rootLong = extract.Text{
		ZH: `ziping-farm 用多台机器完成 ziping convert 的工作：submit 为每个输入排一个任务，
任意多台机器上的 work 逐一完成，collect 收取输出、台账和汇总，与一台机器所得逐字节相同。
机器和服务器随时可以停掉：任务不会丢，也不会有两份输出。处理本身由旁边的 ziping 完成。`,
		EN: `ziping-farm does the work of ziping convert by many machines: submit queues a task for
each input, work on any number of machines does them, collect brings in the outputs, the
account and the summary, byte for byte those of one machine. Machines and servers may
stop at any moment: no task is lost and no output is there twice. The work itself is done
by the ziping beside it.`,
	}
	rootExample = extract.Text{
		ZH: "ziping-farm serve                       # 队列；已有 NATS 时不需要\nziping-farm submit 自评表 -o out        # 排队\nziping-farm work                        # 在每台机器上\nziping-farm collect --wait              # 收取到 out",
		EN: "ziping-farm serve                       # the queue, where no NATS runs\nziping-farm submit forms -o out         # queue\nziping-farm work                        # on every machine\nziping-farm collect --wait              # bring it in, to out",
	}
	exitTexts = extract.Text{
		ZH: "0    已完成\n2    用法有误\n3    有的输入失败，或尚未全部完成\n4    没有完成，或服务器不可用\n130  被中断；重复同一命令即可继续",
		EN: "0    done\n2    usage error\n3    some inputs failed, or not all are done yet\n4    not done, or no server to be had\n130  interrupted; the same command goes on from there",
	}
	serveLong = extract.Text{
		ZH: `在本机运行队列（NATS JetStream），数据在 --data 文件夹里，重启后仍在。默认只有本机能连接；
--listen 0.0.0.0:4222 让其他机器也能连接，此时自动生成密码（DATA/password）并显示完整的 URL。
三台机器各运行一个、用 --cluster 和 --route 连起来，任何一台停掉都不影响：每条消息有三份。`,
		EN: `Runs the queue (NATS JetStream) on this machine; its data lies in the folder --data and
outlives it. By default only this machine can connect; --listen 0.0.0.0:4222 lets others
in, with a password that is made (DATA/password) and a URL that is shown in full. Three of
them, tied together with --cluster and --route, hold every message threefold, and any one
may stop.`,
	}
	submitLong = extract.Text{
		ZH: `为每个输入排一个任务。选项与 ziping convert 相同，DIR 是 collect 写到的地方。输入不移动；
小的内容随任务走，大的放进 --store。可以随时停掉：重复同一命令即可继续，已排的不会再排一次。
密码不经过队列，因此没有 --password-file：加密的输入会记为失败。
s3:// 的输入先读到临时文件夹（需要相应的磁盘空间），内容相同的桶就地读取。`,
		EN: `Queues a task for each input. The flags are those of ziping convert; DIR is where collect
writes. Inputs are not moved; small contents travel with their tasks, large ones go to
--store. It may be stopped at any moment: the same command goes on from there and queues
nothing twice. Passwords do not go through the queue, so there is no --password-file:
encrypted inputs end as failed. Inputs at s3:// are read into a temporary folder first
(which takes the disk space); where the store is the same bucket workers read them in
place.`,
	}
	workLong = extract.Text{
		ZH: `取任务、交给 ziping 的工作进程、存好结果，然后才确认。Ctrl-C 或 SIGTERM：不再取新任务，
做完手上的、交还其余的再结束（第二次：立即结束）。只取与旁边的 ziping 同一版本提交的任务；
ziping 被换成另一版本时自动结束，以便重新启动。`,
		EN: `Takes tasks, has ziping's worker processes do them, stores the results and only then
acknowledges. Ctrl-C or SIGTERM: takes nothing more, finishes what is under way, gives
back the rest and ends (a second one: at once). It takes only tasks submitted by the
version of the ziping beside it, and ends by itself when another version is put there, so
that it can be started anew.`,
	}
	collectLong = extract.Text{
		ZH: `把一个任务的结果写到提交时的 DIR（或 -o）：输出、run.ndjson、summary.xlsx，与一台机器上的
ziping convert 所得相同。没有做完时写已有的，再运行一次补上其余的；--wait 等到全部完成。
不给 JOB 时取最近提交的一个。`,
		EN: `Writes the results of a job into the DIR it was submitted with (or -o): outputs,
run.ndjson, summary.xlsx, as ziping convert on one machine would have. If not all is done
it writes what is there, and the next time the rest; --wait waits for all. Without JOB it
is the one submitted last.`,
	}
	statusLong = extract.Text{
		ZH: "各任务做到哪里，有哪些工作机，哪些输入被放弃（给出 JOB 时逐一列出）。",
		EN: "How far the jobs are, which workers there are, which inputs were given up (listed one by\none where a JOB is given).",
	}
	forgetLong = extract.Text{
		ZH: "从队列中去掉一个任务及其结果。已收取的文件不动。",
		EN: "Takes a job and its results out of the queue. What was collected stays.",
	}
)
