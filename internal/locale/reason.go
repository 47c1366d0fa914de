package locale

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"ziping/extract"
)

// reasons are the errors of a system as people know them. Where several match,
// the first one counts.
var reasons = []struct {
	err    error
	zh, en string
}{
	{fs.ErrPermission, "没有权限", "permission denied"},
	{fs.ErrNotExist, "没有这个文件", "no such file"},
	{syscall.ENOSPC, "磁盘已满", "no space left on the disk"},
	{diskFull, "磁盘已满", "no space left on the disk"},
	{quotaUsed, "超出磁盘配额", "disk quota exceeded"},
	{syscall.EROFS, "文件系统是只读的", "the file system is read-only"},
	{syscall.EISDIR, "是文件夹", "is a folder"},
	{syscall.ENOTDIR, "路径中有一段不是文件夹", "a part of the path is no folder"},
	{syscall.EIO, "磁盘读写出错", "input or output error of the disk"},
	{syscall.EMFILE, "打开的文件过多", "too many open files"},
	{syscall.ENFILE, "系统中打开的文件过多", "too many open files in the system"},
	{syscall.ENAMETOOLONG, "文件名过长", "the name is too long"},
	{syscall.ELOOP, "链接绕成了圈", "links lead in a circle"},
	{syscall.EBUSY, "正被占用", "in use"},
	{inUse, "正被其他程序占用", "in use by another program"},
	{syscall.ETXTBSY, "正被占用", "in use"},
	{syscall.EFBIG, "文件超出系统允许的大小", "the file is larger than the system allows"},
	{syscall.ENOMEM, "内存不足", "out of memory"},
	{syscall.EAGAIN, "系统资源暂时不足", "resources are short for the moment"},
	{syscall.ENOTEMPTY, "文件夹不是空的", "the folder is not empty"},
	{fs.ErrExist, "已经存在", "exists already"},
	{os.ErrDeadlineExceeded, "等待超时", "timed out"},
	{syscall.ETIMEDOUT, "等待超时", "timed out"},
	{syscall.ESTALE, "网络文件夹中的文件已失效", "stale file of a network folder"},
	{syscall.EPIPE, "读取方已关闭", "the reader has gone"},
	{syscall.ENOTSUP, "文件系统不支持", "not supported by the file system"},
	{syscall.ECONNRESET, "连接已断开", "connection lost"},
	{fs.ErrClosed, "文件已关闭", "the file is closed"},
}

// Reason is a system error in the user's language, without the path that the
// message before it has already named. A Chinese message has no English in it:
// what is not known is told by its number.
func Reason(err error, lang extract.Lang) string {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(lang) }
	var e *extract.Error
	if errors.As(err, &e) {
		return e.In(lang)
	}
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return say(r.zh, r.en)
		}
	}
	var path *fs.PathError
	var number syscall.Errno
	text := err.Error()
	if errors.As(err, &path) {
		text = path.Err.Error()
	}
	switch {
	case lang == extract.EN:
		return text
	case errors.As(err, &number):
		return fmt.Sprintf(say("系统错误 %d", "system error %d"), int(number))
	}
	return say("系统不允许这样做，或路径中有链接通向别处", "the system does not allow it, or a link of the path leads elsewhere")
}
