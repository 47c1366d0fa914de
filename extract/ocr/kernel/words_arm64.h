// Instructions that Go's assembler does not know, made of their parts: d, n and m are
// numbers of registers V0 to V31, i of a lane. What stands behind each is what a
// disassembler calls it: tools/words holds it to that.

#define WORD2(bits, d, n) WORD $(bits|(n)<<5|(d))
#define WORD3(bits, d, n, m) WORD $(bits|(m)<<16|(n)<<5|(d))

#define FADD(d, n, m) WORD3(0x4e20d400, d, n, m)  // fadd Vd.4s, Vn.4s, Vm.4s
#define FSUB(d, n, m) WORD3(0x4ea0d400, d, n, m)  // fsub Vd.4s, Vn.4s, Vm.4s
#define FMUL(d, n, m) WORD3(0x6e20dc00, d, n, m)  // fmul Vd.4s, Vn.4s, Vm.4s
#define FDIV(d, n, m) WORD3(0x6e20fc00, d, n, m)  // fdiv Vd.4s, Vn.4s, Vm.4s
#define FMAX(d, n, m) WORD3(0x4e20f400, d, n, m)  // fmax Vd.4s, Vn.4s, Vm.4s
#define FMIN(d, n, m) WORD3(0x4ea0f400, d, n, m)  // fmin Vd.4s, Vn.4s, Vm.4s
#define FCMGE(d, n, m) WORD3(0x6e20e400, d, n, m) // fcmge Vd.4s, Vn.4s, Vm.4s
#define FABS(d, n) WORD2(0x4ea0f800, d, n)        // fabs Vd.4s, Vn.4s
#define FNEG(d, n) WORD2(0x6ea0f800, d, n)        // fneg Vd.4s, Vn.4s
#define FRINTM(d, n) WORD2(0x4e219800, d, n)      // frintm Vd.4s, Vn.4s
#define FCVTNS(d, n) WORD2(0x4e21a800, d, n)      // fcvtns Vd.4s, Vn.4s
#define SCVTF(d, n) WORD2(0x4e21d800, d, n)       // scvtf Vd.4s, Vn.4s
#define SQXTN(d, n) WORD2(0x0e614800, d, n)       // sqxtn Vd.4h, Vn.4s
#define SQXTN2(d, n) WORD2(0x4e614800, d, n)      // sqxtn2 Vd.8h, Vn.4s
#define FMAXV(d, n) WORD2(0x6e30f800, d, n)       // fmaxv Sd, Vn.4s

// By a lane of m, which for SMLAL and SMLAL2 is one of V0 to V15.
#define FMLALANE(d, n, m, i) WORD3(0x4f801000|((i)&1)<<21|((i)>>1)<<11, d, n, m) // fmla Vd.4s, Vn.4s, Vm.s[i]
#define FMULLANE(d, n, m, i) WORD3(0x4f809000|((i)&1)<<21|((i)>>1)<<11, d, n, m) // fmul Vd.4s, Vn.4s, Vm.s[i]
#define SMLAL(d, n, m, i) WORD3(0x0f402000|((i)&3)<<20|((i)>>2)<<11, d, n, m)    // smlal Vd.4s, Vn.4h, Vm.h[i]
#define SMLAL2(d, n, m, i) WORD3(0x4f402000|((i)&3)<<20|((i)>>2)<<11, d, n, m)   // smlal2 Vd.4s, Vn.8h, Vm.h[i]
