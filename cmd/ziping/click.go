package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ziping/extract"
	"ziping/render/screen"
)

// A double click, or files dropped on the program, open a console that closes when the
// program ends: what was done has to be told, and read, before that.

var (
	clickTitle = extract.Text{ZH: "绩效自评表核对工具 ziping %s", EN: "ziping %s: audits performance self-evaluation tables"}
	clickHow   = extract.Text{
		ZH: `使用方法：把自评表文件或文件夹拖到 ziping 的图标上，松开鼠标即可。
核对结果写到它旁边、名称以“_核对结果”结尾的文件夹，原文件不会改动。
先看其中的 summary.xlsx（汇总），再看各表更正后的工作簿。
不需要联网，也不需要安装别的软件。命令行用法：ziping --help`,
		EN: `How to use it: drop a form, or a folder of forms, on the icon of ziping.
The results go beside it, into a folder whose name ends in “_核对结果”; what was
dropped is never changed. Look at summary.xlsx in it first, then at the corrected
workbook of each form. It opens no connection and needs nothing else installed.
On the command line: ziping --help`,
	}
	clickAway  = extract.Text{ZH: "若不能在原处写入（例如光盘、只读共享），请先复制到桌面再拖入", EN: "if nothing can be written there (a disc, a read-only share), copy it to the desktop first"}
	clickOpen  = extract.Text{ZH: "已打开 %s", EN: "opened %s"}
	clickClose = extract.Text{ZH: "按任意键关闭窗口…", EN: "press any key to close this window …"}
)

// clicked reports a start by a double click or a drop: a console of its own, someone at
// it, and nothing on the command line but paths. With commands or flags it is a script's.
func (a *app) clicked(args []string) bool {
	if !a.console.own || !a.stdinTTY {
		return false
	}
	for _, arg := range args {
		if _, err := os.Stat(arg); err != nil || strings.HasPrefix(arg, "-") {
			return false
		}
	}
	return true
}

// click does what a double click asks for and stays until it was read.
func (a *app) click(args []string) int {
	defer func() {
		fmt.Fprintf(a.stderr, "\n%s", clickClose.In(a.lang))
		a.console.key()
		fmt.Fprintln(a.stderr)
	}()
	fmt.Fprintf(a.stderr, clickTitle.In(a.lang)+"\n\n", version)
	if len(args) == 0 {
		fmt.Fprintln(a.stderr, clickHow.In(a.lang))
		return exitOK
	}
	dir := besides(args[0])
	for _, arg := range args {
		fmt.Fprintln(a.stderr, screen.Clean(arg))
	}
	fmt.Fprintf(a.stderr, "→ %s\n\n", screen.Clean(dir))
	exit := a.command(args)
	if exit == exitUsage {
		a.problem(clickAway.In(a.lang), "")
		return exit
	}
	file := filepath.Join(dir, "summary.xlsx")
	if _, err := os.Stat(file); err != nil {
		return exit
	}
	if a.console.show != nil && a.console.show(file) == nil {
		fmt.Fprintf(a.stderr, "\n"+clickOpen.In(a.lang)+"\n", screen.Clean(file))
	} // else the end of the run has named it
	return exit
}
