using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Sallyport.Sandbox.Native;

/// <content>The executable: one page of header and code, then the data, then the table.</content>
internal sealed partial class SyscallProgram
{
    private const ulong CodeBase = 0x1000_0000;
    private const int Page = 4096;
    private const int Entry = 0x200;

    /// <summary>The executable file, for x86-64.</summary>
    public byte[] Image()
    {
        var handler = Count;
        Call("report", Syscall.Write, Report, _status, 16);
        OnError(Count - 1, Count);
        Call("end", Syscall.ExitGroup, Failed);
        for (var call = 0; call < Count; call++)
        {
            if (_table[(call * Width) + 9] == 0)
            {
                _table[(call * Width) + 9] = PlaceOf(handler);
            }
        }

        var table = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_table));
        var dataAt = Page;
        var tableAt = dataAt + Rounded(_data.Count);
        var image = new byte[tableAt + table.Length];
        Header(image, dataAt, _data.Count, tableAt, table.Length);
        Code(image.AsSpan(Entry));
        CollectionsMarshal.AsSpan(_data).CopyTo(image.AsSpan(dataAt));
        table.CopyTo(image.AsSpan(tableAt));
        return image;
    }

    /// <summary>The index of the failed call and its result, from what the program reported.</summary>
    public static (int Call, int Error) Failure(ReadOnlySpan<byte> report) =>
        ((int)((BinaryPrimitives.ReadUInt64LittleEndian(report) - TableBase) / (Width * 8)), (int)-BinaryPrimitives.ReadInt64LittleEndian(report[8..]));

    private static int Rounded(int length) => (length + Page - 1) / Page * Page;

    private static void Header(Span<byte> image, int dataAt, int dataLength, int tableAt, int tableLength)
    {
        ReadOnlySpan<byte> ident = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0];
        ident.CopyTo(image);
        BinaryPrimitives.WriteUInt16LittleEndian(image[16..], 2); // an executable at fixed addresses
        BinaryPrimitives.WriteUInt16LittleEndian(image[18..], 62); // x86-64
        BinaryPrimitives.WriteUInt32LittleEndian(image[20..], 1);
        BinaryPrimitives.WriteUInt64LittleEndian(image[24..], CodeBase + Entry);
        BinaryPrimitives.WriteUInt64LittleEndian(image[32..], 64);
        BinaryPrimitives.WriteUInt16LittleEndian(image[52..], 64);
        BinaryPrimitives.WriteUInt16LittleEndian(image[54..], 56);
        BinaryPrimitives.WriteUInt16LittleEndian(image[56..], 4);
        Segment(image[64..], 1, 5, 0, CodeBase, Page);
        Segment(image[120..], 1, 6, dataAt, DataBase, dataLength);
        Segment(image[176..], 1, 6, tableAt, TableBase, tableLength);
        Segment(image[232..], 0x6474E551, 6, 0, 0, 0); // the stack is not executable
    }

    private static void Segment(Span<byte> at, uint type, uint flags, int offset, ulong address, int length)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(at, type);
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], flags);
        BinaryPrimitives.WriteUInt64LittleEndian(at[8..], (ulong)offset);
        BinaryPrimitives.WriteUInt64LittleEndian(at[16..], address);
        BinaryPrimitives.WriteUInt64LittleEndian(at[24..], address);
        BinaryPrimitives.WriteUInt64LittleEndian(at[32..], (ulong)length);
        BinaryPrimitives.WriteUInt64LittleEndian(at[40..], (ulong)length);
        BinaryPrimitives.WriteUInt64LittleEndian(at[48..], Page);
    }

    private void Code(Span<byte> at)
    {
        ReadOnlySpan<byte> code =
        [
            0x48, 0xBB, 0, 0, 0, 0, 0, 0, 0, 0, // mov rbx, table
            0x48, 0x8B, 0x7B, 0x08, 0x48, 0x8B, 0x3F, // next: rdi = **(rbx+8)
            0x48, 0x8B, 0x73, 0x10, 0x48, 0x8B, 0x36, // rsi
            0x48, 0x8B, 0x53, 0x18, 0x48, 0x8B, 0x12, // rdx
            0x4C, 0x8B, 0x53, 0x20, 0x4D, 0x8B, 0x12, // r10
            0x4C, 0x8B, 0x43, 0x28, 0x4D, 0x8B, 0x00, // r8
            0x4C, 0x8B, 0x4B, 0x30, 0x4D, 0x8B, 0x09, // r9
            0x48, 0x8B, 0x03, 0x0F, 0x05, // rax = number; syscall
            0x48, 0x8B, 0x4B, 0x38, 0x48, 0x89, 0x01, // *result = rax
            0x48, 0x3D, 0x01, 0xF0, 0xFF, 0xFF, 0x73, 0x0C, // an error code: to error
            0x48, 0x3B, 0x43, 0x50, 0x74, 0x06, // the value that counts as failure: to error
            0x48, 0x8B, 0x5B, 0x40, 0xEB, 0xB6, // rbx = next on success; to next
            0x48, 0xB9, 0, 0, 0, 0, 0, 0, 0, 0, // error: rcx = status
            0x48, 0x89, 0x19, 0x48, 0x89, 0x41, 0x08, // status = which call, what it returned
            0x48, 0x8B, 0x5B, 0x48, 0xEB, 0x9F, // rbx = next on error; to next
        ];
        code.CopyTo(at);
        BinaryPrimitives.WriteUInt64LittleEndian(at[2..], TableBase);
        BinaryPrimitives.WriteUInt64LittleEndian(at[86..], _status);
    }
}
