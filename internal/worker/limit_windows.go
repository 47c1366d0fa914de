package worker

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// limit is a job object: Windows holds the worker to its memory, and ends it
// with its parent.
type limit struct{ job windows.Handle }

func bind(p *os.Process, bytes int64) *limit {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return &limit{}
	}
	info := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{
		BasicLimitInformation: windows.JOBOBJECT_BASIC_LIMIT_INFORMATION{
			LimitFlags: windows.JOB_OBJECT_LIMIT_PROCESS_MEMORY | windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE,
		},
		ProcessMemoryLimit: uintptr(bytes),
	}
	_, err = windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation, uintptr(unsafe.Pointer(&info)), uint32(unsafe.Sizeof(info)))
	if err == nil {
		err = assign(job, p)
	}
	if err != nil {
		_ = windows.CloseHandle(job)
		return &limit{}
	}
	return &limit{job}
}

func assign(job windows.Handle, p *os.Process) error {
	h, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(p.Pid))
	if err != nil {
		return err
	}
	defer func() { _ = windows.CloseHandle(h) }()
	return windows.AssignProcessToJobObject(job, h)
}

// over is Windows' own business.
func (l *limit) over() bool { return false }

// holds is for systems that can be asked cheaply.
func (l *limit) holds() int64 { return 0 }

// passed cannot be told from another crash, but by what Go printed last.
func (l *limit) passed(*os.ProcessState) bool { return false }

func (l *limit) release() {
	if l.job != 0 {
		_ = windows.CloseHandle(l.job)
	}
}
